//! The undo of a release whose conversations are escalated, before or since.

use super::{release, with_replies};
use crate::releases::resume_abandoned;
use app::domain::ReleaseFilter;
use app::ports::{
    Conversations, MemberRoles, Releases, Suspension, TagBasics, Tags, TeamChange, TeamPart, Teams,
};
use sqlx::PgPool;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_was_escalated_meanwhile_goes_to_who_is_on_a_team_for_it_and_to_nobody_else(
    pool: PgPool,
) {
    let (world, campaign) = with_replies(pool, 1).await;
    let anns = world.reply(campaign, &world.ann, 300).await;
    let bens = world.reply(campaign, &world.ben, 300).await;
    let tag = world.ordinary_tag("Press").await;
    for (texter, reply) in [(&world.ann, anns), (&world.ben, bens)] {
        let tagged = Conversations::tag(&world.store, texter, reply, 0, vec![tag]).await;
        tagged.unwrap();
    }
    let later = crate::testing::noon() + chrono::TimeDelta::hours(2);
    world.store.clock.set(later);
    let release = release(&world).await;
    let [was, basics] = [false, true].map(|escalation| TagBasics {
        title: "Press".to_owned(),
        escalation,
    });
    let saved = world.store.save_tag(&world.admin, tag, &was, &basics);
    saved.await.unwrap();
    world.team_for("Press desk", &[tag], &[&world.ben]).await;

    let undone = world.store.undo(&world.admin, release).await.unwrap();

    assert_eq!(world.holder(anns).await, None);
    assert_eq!(world.holder(bens).await, Some(world.ben.member));
    assert_eq!(
        undone.to_string(),
        "Undone: 2 of 3 replies returned; 1 has an escalation tag that its texter’s teams do not have"
    );
    // Nobody counts it twice who goes on with an undo that its server left.
    world
        .execute(format!(
            "update release set state = 'running', finished_at = null,
                    heartbeat_at = now() - interval '16 seconds'
              where id = {}",
            undone.release
        ))
        .await;
    assert_eq!(resume_abandoned(&world.store).await.unwrap(), 1);
    let history = world
        .store
        .history(&world.admin, ReleaseFilter::default(), None);
    let progress = &history.await.unwrap().rows[0].progress;
    assert_eq!((progress.kept, progress.kept_escalated), (1, 1));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn who_left_the_team_while_suspended_is_not_given_back_what_it_holds(pool: PgPool) {
    let (world, campaign) = with_replies(pool, 1).await;
    let (stays, leaves) = (world.texter().await, world.texter().await);
    let tag = world.escalation_tag("Legal").await;
    let team = world
        .team_for("Legal desk", &[tag], &[&stays, &leaves])
        .await;
    let mut releases = Vec::new();
    for texter in [&stays, &leaves] {
        let reply = world.reply(campaign, texter, 300).await;
        let tagged = Conversations::tag(&world.store, texter, reply, 0, vec![tag]).await;
        tagged.unwrap();
        assert_eq!(world.holder(reply).await, Some(texter.member));
        let suspended = Suspension {
            member: texter.member,
            was: texter.role,
            and_release: true,
        };
        let released = world.store.suspend(&world.admin, suspended).await;
        releases.push((texter, reply, released.unwrap().unwrap().release));
    }
    let part = TeamPart::Member(leaves.member);
    let left = world.store.change_team(
        &world.admin,
        team,
        part,
        TeamChange::Remove { confirmed: true },
    );
    left.await.unwrap();
    for (texter, reply, release) in releases {
        let lifted = world
            .store
            .lift_suspension(&world.admin, texter.member)
            .await;
        lifted.unwrap();
        let undone = world.store.undo(&world.admin, release).await.unwrap();
        let is_back = world.holder(reply).await == Some(texter.member);
        assert_eq!(is_back, texter.member == stays.member);
        let kept = u32::from(!is_back);
        assert_eq!((undone.kept, undone.kept_escalated), (kept, kept));
    }
}
