//! Who has opted out, before the import or during it.

use super::import;
use server_store::opt_outs;
use server_store::testing::World;
use sqlx::PgPool;
use std::time::Duration;

const FILE: &str = "firstName,lastName,cell\nAda,Byron,2025550101\nBo,Peep,2025550102\n";
const FLAGGED: &str = "select count(*) from conversation where opted_out";

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn who_opted_out_before_is_added_and_cannot_be_texted(pool: PgPool) {
    let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
    let campaign = world.campaign().await;
    world
        .execute(format!(
            "insert into opt_out values ({}, '+12025550101')",
            world.organization
        ))
        .await;
    world
        .execute(format!(
            "insert into opt_out values ({}, '+12025550102')",
            other.organization
        ))
        .await;
    let report = import(&world, campaign, FILE).await.unwrap();
    assert_eq!((report.added, report.opted_out), (1, 1));
    let cells: Vec<String> = sqlx::query_scalar(
        "select cell from contact join conversation using (organization_id, id) where opted_out",
    )
    .fetch_all(&world.store.pool)
    .await
    .unwrap();
    assert_eq!(
        cells,
        ["+12025550101"],
        "another organization's opt-outs are its own"
    );
    // However the number is written.
    let campaign = world.campaign().await;
    let file = "firstName,lastName,cell\nAda,Byron,+1 (0)202-555-0101\nAda,Byron,0 202 555 0101\n";
    let report = import(&world, campaign, file).await.unwrap();
    assert_eq!((report.added, report.opted_out), (0, 1));
    assert_eq!(report.duplicates, 1);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn an_opt_out_that_is_being_recorded_meanwhile_is_waited_for(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let mut tx = world.store.pool.begin().await.unwrap();
    let cell = "+12025550102".parse().unwrap();
    // It sees no such conversation, because the import has not committed; and the import does not see
    // it, because it has not committed either.
    let source = opt_outs::Source::Contact;
    let seen = opt_outs::record(
        &mut tx,
        &world.store.clock,
        world.organization,
        &cell,
        source,
    )
    .await
    .unwrap();
    assert!(seen.campaigns.is_empty());
    let importing = import(&world, campaign, FILE);
    let committing = async {
        wait_for_a_lock(&world).await;
        tx.commit().await.unwrap();
    };
    let (report, ()) = tokio::join!(importing, committing);
    let report = report.unwrap();
    assert_eq!((report.added, report.opted_out), (1, 1));
    assert_eq!(world.count(FLAGGED).await, 1);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn an_opt_out_that_is_being_lifted_meanwhile_is_waited_for(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let before = world.reply(world.campaign().await, &world.ann, 60).await;
    world
        .execute(format!(
            "update contact set cell = '+12025550102' where id = {before}"
        ))
        .await;
    let cell = "+12025550102".parse().unwrap();
    let mut tx = world.store.pool.begin().await.unwrap();
    let source = opt_outs::Source::Contact;
    opt_outs::record(
        &mut tx,
        &world.store.clock,
        world.organization,
        &cell,
        source,
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    // Somebody holds the conversation, so that the lift has deleted the opt-out and cannot commit.
    let mut holder = world.store.pool.begin().await.unwrap();
    sqlx::query("select from conversation where id = $1 for update")
        .bind(before.0)
        .execute(&mut *holder)
        .await
        .unwrap();
    let lifting = opt_outs::lift(
        &world.store,
        world.admin.actor(),
        &cell,
        "They asked for it",
    );
    let importing = async {
        wait_for(&world, "transactionid").await;
        import(&world, campaign, FILE).await
    };
    let committing = async {
        wait_for(&world, "advisory").await;
        holder.commit().await.unwrap();
    };
    let (lifted, report, ()) = tokio::join!(lifting, importing, committing);
    lifted.unwrap();
    let report = report.unwrap();
    assert_eq!((report.added, report.opted_out), (2, 0));
    assert_eq!(world.count(FLAGGED).await, 0);
}

/// Until somebody waits for a lock of this type.
async fn wait_for(world: &World, kind: &'static str) {
    let waiting = "select count(*) from pg_stat_activity
                    where wait_event_type = 'Lock' and wait_event = $1 and datname = current_database()";
    loop {
        let waits: i64 = sqlx::query_scalar(waiting)
            .bind(kind)
            .fetch_one(&world.store.pool)
            .await
            .unwrap();
        if waits > 0 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

/// Until the import waits for the one who records the opt-out.
async fn wait_for_a_lock(world: &World) {
    const WAITING: &str = "select count(*) from pg_locks
        where not granted and locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())";
    while world.count(WAITING).await == 0 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}
