//! The claim of texts that are due, and the count of those that wait for the turn of their number or that the carrier takes
//! later, among many that were sent.

use crate::conversations::locked::LOCKED;
use crate::outbox::claim::DUE_TEXTS;
use crate::testing::World;
use sqlx::pool::PoolConnection;
use sqlx::{AssertSqlSafe, PgPool, Postgres};

/// An organization whose outbox holds many texts, and a connection without its triggers.
async fn full_outbox(pool: PgPool) -> (World, PoolConnection<Postgres>) {
    let world = World::new(pool).await;
    let organization = world.organization;
    let mut connection = world.store.pool.acquire().await.unwrap();
    for statement in [
        "set session_replication_role = replica".to_owned(),
        format!(
            "insert into outbox (organization_id, message_id, state, paced_number, deferred_since, next_attempt_at)
             select {organization}, n,
                    case when n % 100 = 0 then 'queued' when n % 10 = 1 then 'paced' else 'sent' end::outbox_state,
                    case when n % 10 = 1 or n % 1000 = 0
                         then (select number from sending_number where organization_id = {organization}) end,
                    case when n % 1000 = 0 then '2026-11-01'::timestamptz end,
                    '2026-11-01'::timestamptz + n * interval '1 second'
               from generate_series(1, 50000) n"
        ),
        "analyze outbox".to_owned(),
    ] {
        sqlx::query(AssertSqlSafe(statement))
            .execute(&mut *connection)
            .await
            .unwrap();
    }
    (world, connection)
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_is_due_is_claimed_by_its_indexes_with_and_without_rates(pool: PgPool) {
    let (world, mut connection) = full_outbox(pool).await;
    for rate in ["null", "1"] {
        let rated = format!("update sending_number set texts_per_second = {rate}");
        sqlx::query(AssertSqlSafe(rated))
            .execute(&mut *connection)
            .await
            .unwrap();
        let plan: Vec<(String,)> = sqlx::query_as(AssertSqlSafe(format!("explain {DUE_TEXTS}")))
            .bind(16_i64)
            .bind(world.store.clock.pinned())
            .bind(120.0)
            .bind(1_i64)
            .bind(500_i64)
            .fetch_all(&mut *connection)
            .await
            .unwrap();
        let plan: Vec<&str> = plan.iter().map(|(line,)| line.as_str()).collect();
        let plan = plan.join("\n");
        for walk in [
            "Index Scan using outbox_due on outbox",
            "Index Scan using outbox_paced on outbox",
        ] {
            assert!(plan.contains(walk), "{walk}:\n{plan}");
        }
        assert!(!plan.contains("Seq Scan on outbox"), "{plan}");
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn texts_that_wait_for_a_number_are_counted_by_their_indexes(pool: PgPool) {
    let (world, mut connection) = full_outbox(pool).await;
    let plan: Vec<(String,)> = sqlx::query_as(AssertSqlSafe(format!("explain {LOCKED}")))
        .bind(world.organization.0)
        .bind(world.store.clock.pinned())
        .bind(world.ann.member.0)
        .bind(1_i64)
        .bind("Hi")
        .bind(true)
        .fetch_all(&mut *connection)
        .await
        .unwrap();
    let plan: Vec<&str> = plan.iter().map(|(line,)| line.as_str()).collect();
    let plan = plan.join("\n");
    for walk in [
        "using outbox_paced on outbox",
        "using outbox_deferred on outbox",
    ] {
        assert!(plan.contains(walk), "{walk}:\n{plan}");
    }
    assert!(!plan.contains("Seq Scan on outbox"), "{plan}");
}
