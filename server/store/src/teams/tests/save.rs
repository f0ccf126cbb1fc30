//! The title and the priority of a team, saved by two admins.

use super::{basics, team};
use crate::testing::World;
use app::error::AppError;
use app::ports::Teams;
use sqlx::PgPool;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn of_two_admins_who_save_a_team_the_second_is_told_and_takes_back_nothing(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, owner, admin) = (&world.store, &world.owner, &world.admin);
    let legal = team(&world, "Legal").await;
    let (opened, sooner) = (basics("Legal", 100), basics("Legal", 5));
    store
        .save_team(owner, legal, &opened, &sooner)
        .await
        .unwrap();

    // Whose page is older than that still has the priority of before.
    let stale = basics("Law", 100);
    let saved = store.save_team(admin, legal, &opened, &stale).await;
    assert_eq!(saved, Err(AppError::SavedMeanwhile));
    let row = store.team(admin, legal).await.unwrap();
    assert_eq!((row.title.as_str(), row.priority), ("Legal", 5));
    // What was saved already is not saved again.
    let again = store.save_team(owner, legal, &opened, &sooner).await;
    assert_eq!(again, Ok(()));
    let events = "select count(*) from audit_event where action = 'team_saved'";
    assert_eq!(world.count(events).await, 1);

    let [one, two] = ["Law", "Lawyers"].map(|title| basics(title, 5));
    let (one, two) = tokio::join!(
        store.save_team(owner, legal, &sooner, &one),
        store.save_team(admin, legal, &sooner, &two)
    );
    assert!(one.is_ok() != two.is_ok(), "{one:?} {two:?}");
    assert_eq!(one.and(two), Err(AppError::SavedMeanwhile));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_title_is_taken_in_any_case_and_two_from_before_go_on_as_they_are(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let care = team(&world, "Ética").await;
    let press = team(&world, "Press").await;
    let created = store.create_team(admin, "ÉTICA", 1).await.map(drop);
    let (opened, theirs) = (basics("Press", 100), basics("ética", 100));
    let saved = store.save_team(admin, press, &opened, &theirs).await;
    for taken in [created, saved] {
        assert!(
            matches!(&taken, Err(AppError::Fields(errors)) if errors.of("title").is_some()),
            "{taken:?}"
        );
    }
    // Another word, and its own title.
    team(&world, "Etica").await;
    let (opened, louder) = (basics("Ética", 100), basics("ÉTICA", 100));
    let saved = store.save_team(admin, care, &opened, &louder).await;
    assert_eq!(saved, Ok(()));

    // As older versions have left it.
    world
        .execute(format!("update team set title = 'press' where id = {care}"))
        .await;
    let (opened, sooner) = (basics("press", 100), basics("press", 5));
    let saved = store.save_team(admin, care, &opened, &sooner).await;
    assert_eq!(saved, Ok(()));

    let (one, two) = tokio::join!(
        store.create_team(admin, "Radio", 1),
        store.create_team(admin, "radio", 1)
    );
    assert!(one.is_ok() != two.is_ok(), "{one:?} {two:?}");
}
