use super::{number, record};
use crate::opt_outs::{Imported, Source, Staging};
use crate::testing::World;
use sqlx::PgPool;
use std::ops::Range;

async fn staged(world: &World, numbers: impl IntoIterator<Item = String>) -> Staging {
    let mut staging = Staging::open(&world.store).await.unwrap();
    for (line, text) in (2..).zip(numbers) {
        staging.push(line, &text, &number(&text)).await.unwrap();
    }
    staging
}

async fn import(world: &World, numbers: impl IntoIterator<Item = String>) -> Imported {
    let staging = staged(world, numbers).await;
    staging.record(world.admin.actor()).await.unwrap()
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn every_row_is_in_one_count_and_conversations_are_closed(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = world.reply(world.campaign().await, &world.ann, 60).await;
    let queued = world.queue(thread, "Hello").await;
    let cell = world.cell(thread).await;
    record(&world, &number("+12025550101"), Source::Contact).await;
    let file = [
        "+12025550101",
        "+12025550102",
        cell.as_str(),
        "+12025550102",
        "+12025550102",
    ];
    let imported = import(&world, file.map(str::to_owned)).await;
    assert_eq!(
        (imported.recorded, imported.already, imported.duplicates),
        (2, 1, 2)
    );
    let listed: Vec<_> = imported
        .listed
        .iter()
        .map(|row| (row.line, row.taken))
        .collect();
    assert_eq!(listed, [(5, Some(3)), (6, Some(3))]);
    let row = world.row(thread).await;
    assert_eq!((row.status.as_str(), row.opted_out), ("closed", true));
    // A text that waits in the outbox finds it when it is claimed.
    let claim = crate::outbox::ClaimId::random();
    let lease = std::time::Duration::from_secs(60);
    let claimed = crate::outbox::claim(&world.store, claim, 10, lease)
        .await
        .unwrap();
    let found: Vec<_> = claimed
        .iter()
        .map(|text| (text.message, text.checks.opted_out))
        .collect();
    assert_eq!(found, [(queued, true)]);
    let details: Vec<String> =
        sqlx::query_scalar("select detail from audit_event where action = 'opt_outs_imported'")
            .fetch_all(&world.store.pool)
            .await
            .unwrap();
    assert_eq!(details, ["3"]);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn more_than_a_batch_is_recorded_whole_and_again_records_nothing(pool: PgPool) {
    let world = World::new(pool).await;
    let file = || (0..1_750).map(|n| format!("+1202555{:04}", n % 1_250));
    let imported = import(&world, file()).await;
    assert_eq!(
        (imported.recorded, imported.already, imported.duplicates),
        (1_250, 0, 500)
    );
    assert_eq!(
        world
            .count("select count(*) from opt_out where origin = 'import'")
            .await,
        1_250
    );
    let imported = import(&world, file()).await;
    assert_eq!(
        (imported.recorded, imported.already, imported.duplicates),
        (0, 1_250, 500)
    );
    let events = "select count(*) from audit_event where action = 'opt_outs_imported'";
    assert_eq!(world.count(events).await, 2, "one for each file");
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_is_opted_out_already_is_counted_batch_by_batch_and_nothing_recorded(pool: PgPool) {
    let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
    let file = |numbers: Range<u32>| numbers.map(|n| format!("+1202555{:04}", n % 1_250));
    let examine = async || {
        let staging = staged(&world, file(0..1_750)).await;
        let examined = staging.examine(world.organization).await.unwrap();
        (examined.new, examined.already, examined.duplicates)
    };
    // What others have opted out is no opt-out here.
    import(&other, file(0..1_250)).await;
    assert_eq!(examine().await, (1_250, 0, 500));
    import(&world, file(400..1_100)).await;
    record(&world, &number("+12025559999"), Source::Contact).await;
    let opted_out = "select count(*) from opt_out";
    let before = world.count(opted_out).await;
    assert_eq!(examine().await, (550, 700, 500));
    assert_eq!(world.count(opted_out).await, before);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_stop_word_does_not_wait_for_an_import(pool: PgPool) {
    let world = World::new(pool).await;
    let held = world.reply(world.campaign().await, &world.ann, 60).await;
    let cell = world.cell(held).await;
    // Somebody holds a conversation of its second batch, so that the import stands still after its first.
    let mut tx = world.store.pool.begin().await.unwrap();
    sqlx::query("select from conversation where id = $1 for update")
        .bind(held.0)
        .execute(&mut *tx)
        .await
        .unwrap();
    let file = (0..600)
        .map(|n| format!("+1201555{n:04}"))
        .chain([cell.clone()]);
    let importing = import(&world, file);
    let meanwhile = async {
        let waits = "select count(*) from pg_stat_activity
                      where wait_event_type = 'Lock' and datname = current_database()";
        while world.count(waits).await == 0 {
            tokio::task::yield_now().await;
        }
        assert_eq!(world.count("select count(*) from opt_out").await, 500);
        record(&world, &number("+12015559999"), Source::Contact).await;
        tx.commit().await.unwrap();
    };
    let (imported, ()) = tokio::join!(importing, meanwhile);
    assert_eq!(imported.recorded, 601);
    assert!(world.row(held).await.opted_out);
}
