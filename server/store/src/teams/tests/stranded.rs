//! Campaigns that only the members of one team can request.

use super::team;
use crate::testing::World;
use app::domain::Requesters;
use app::error::AppError;
use app::ports::{Campaigns, TeamChange, TeamPart, Teams};
use sqlx::PgPool;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_would_leave_a_campaign_to_nobody_has_to_be_confirmed(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let (legal, press) = (team(&world, "Legal").await, team(&world, "Press").await);
    let campaign = world.campaign().await;
    world
        .change_campaign(campaign, "team_restricted = true")
        .await;
    let member = TeamPart::Member(world.ann.member);
    let campaign_part = TeamPart::Campaign(campaign);
    for part in [member, campaign_part] {
        let added = store.change_team(admin, legal, part, TeamChange::Add);
        assert_eq!(added.await, Ok(0));
    }
    let requesters = async || store.find(admin, campaign).await.unwrap().requesters;
    assert_eq!(requesters().await, Requesters::Teams);
    let remove = async |part, confirmed| {
        let change = TeamChange::Remove { confirmed };
        store.change_team(admin, legal, part, change).await
    };
    for part in [member, campaign_part] {
        assert_eq!(remove(part, false).await, Ok(1), "{part:?}");
        let without = store.stranded_without(admin, legal, part);
        assert_eq!(without.await, Ok(1), "{part:?}");
    }
    assert_eq!(requesters().await, Requesters::Teams, "nothing was changed");

    // Another team without members takes nothing.
    let added = store.change_team(admin, press, campaign_part, TeamChange::Add);
    assert_eq!(added.await, Ok(0));
    assert_eq!(remove(campaign_part, false).await, Ok(1));
    assert_eq!(store.team_loss(admin, legal).await.unwrap().stranded, 1);

    // With another team that can, nothing has to be confirmed.
    let added = store.change_team(
        admin,
        press,
        TeamPart::Member(world.ben.member),
        TeamChange::Add,
    );
    assert_eq!(added.await, Ok(0));
    assert_eq!(store.team_loss(admin, legal).await.unwrap().stranded, 0);
    assert_eq!(remove(member, false).await, Ok(0));
    let last = TeamPart::Member(world.ben.member);
    let removed = store.change_team(admin, press, last, TeamChange::Remove { confirmed: true });
    assert_eq!(removed.await, Ok(0));
    assert_eq!(requesters().await, Requesters::Nobody);
    // What was left to nobody before is not asked about again.
    assert_eq!(remove(campaign_part, false).await, Ok(0));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn deleting_the_last_team_too_has_to_be_confirmed(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let legal = team(&world, "Legal").await;
    let campaign = world.campaign().await;
    world
        .change_campaign(campaign, "team_restricted = true")
        .await;
    for part in [
        TeamPart::Member(world.ann.member),
        TeamPart::Campaign(campaign),
    ] {
        let added = store.change_team(admin, legal, part, TeamChange::Add);
        assert_eq!(added.await, Ok(0));
    }
    let requesters = async || store.find(admin, campaign).await.unwrap().requesters;
    let refused = store.delete_team(admin, legal, false).await;
    let Err(AppError::Fields(errors)) = &refused else {
        panic!("it is not refused: {refused:?}");
    };
    assert!(errors.is_only("confirmed"), "{errors:?}");
    assert_eq!(requesters().await, Requesters::Teams, "nothing was changed");
    assert!(store.team(admin, legal).await.is_ok());

    assert_eq!(store.delete_team(admin, legal, true).await, Ok(()));
    assert_eq!(requesters().await, Requesters::Nobody);
    assert_eq!(store.team(admin, legal).await, Err(AppError::NotFound));
}
