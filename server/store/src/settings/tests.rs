//! The settings on a real database.

use crate::testing::World;
use app::domain::Role;
use app::error::AppError;
use app::ports::{Conversations, OrganizationSettings, Settings};
use sqlx::PgPool;

fn settings(name: &str) -> OrganizationSettings {
    OrganizationSettings {
        name: name.into(),
        texting_from: "10:00".parse().unwrap(),
        texting_until: "24:00".parse().unwrap(),
        time_zone: Some("America/Chicago".into()),
        shows_last_names: false,
        opt_out_goodbye: "Goodbye.\nVote Local".into(),
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_is_saved_is_what_is_opened_and_of_this_organization_only(pool: PgPool) {
    let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
    let theirs = other.store.organization_settings(&other.admin).await;
    let (store, admin) = (&world.store, &world.admin);
    let mut new = settings("Vote Now");
    new.time_zone = Some("america/chicago".into());
    store
        .save_organization_settings(admin, 0, new)
        .await
        .unwrap();
    let found = store.organization_settings(admin).await.unwrap();
    assert_eq!((found.version, found.settings), (1, settings("Vote Now")));
    assert_eq!(
        other.store.organization_settings(&other.admin).await,
        theirs
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_zone_that_there_is_not_and_an_older_page_change_nothing(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let mut unknown = settings("Vote Now");
    unknown.time_zone = Some("Mars/Olympus".into());
    let refused = store.save_organization_settings(admin, 0, unknown).await;
    assert!(
        matches!(&refused, Err(AppError::Fields(errors)) if errors.of("time_zone").is_some()),
        "{refused:?}"
    );
    let found = store.organization_settings(admin).await.unwrap();
    assert_eq!(
        (found.version, found.settings.name.as_str()),
        (0, "Vote Local")
    );
    let (one, two) = tokio::join!(
        store.save_organization_settings(admin, 0, settings("One")),
        store.save_organization_settings(admin, 0, settings("Two")),
    );
    assert_eq!(usize::from(one.is_ok()) + usize::from(two.is_ok()), 1);
    assert_eq!(one.and(two), Err(AppError::SavedMeanwhile));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn hidden_last_names_are_seen_by_admins_alone(pool: PgPool) {
    let world = World::new(pool).await;
    let store = &world.store;
    let supervolunteer = world.supervolunteer().await;
    let owner = world.owner.clone();
    let campaign = world.campaign().await;
    for (viewer, role) in [
        (&world.ann, Role::Texter),
        (&*supervolunteer, Role::Supervolunteer),
        (&**world.admin, Role::Admin),
        (&**owner, Role::Owner),
    ] {
        let waiting = world.reply(campaign, viewer, 60).await;
        let past = world.reply(campaign, viewer, 60).await;
        world
            .change(past, "status = 'convo', waiting_since = null".into())
            .await;
        world
            .execute("update contact set first_name = 'Ada', last_name = 'Byron'".into())
            .await;
        for shows in [true, false] {
            world
                .change_settings(|settings| settings.shows_last_names = shows)
                .await;
            let sees = shows || role >= Role::Admin;
            let name = if sees { "Ada Byron" } else { "Ada" };
            let inbox = store.inbox(viewer, 0, 10).await.unwrap();
            assert_eq!(inbox[0].contact, name, "{role} {shows}");
            let listed = store.past(viewer, None, None, 10).await.unwrap();
            assert_eq!(listed[0].contact, name, "{role} {shows}");
            let view = store.open(viewer, waiting).await.unwrap();
            assert_eq!(view.last_name.is_empty(), !sees, "{role} {shows}");
        }
    }
}
