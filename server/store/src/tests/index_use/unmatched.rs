//! The lists of texts that belong to no conversation, among many that do or are done.

use crate::testing::World;
use crate::unmatched::list::{EVERY, TO_DO};
use sqlx::{AssertSqlSafe, PgPool};

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn unmatched_texts_are_read_from_their_indexes(pool: PgPool) {
    let world = World::new(pool).await;
    let mut connection = world.store.pool.acquire().await.unwrap();
    for statement in [
        "set session_replication_role = replica".to_owned(),
        format!(
            "insert into inbound (organization_id, service, service_sid, from_cell, to_number, body, message_id,
                                  received_at, done_at)
             select {}, 'twilio', 'SM' || n, '+13035550100', '+12025550100', 'Hi', case when n % 20 > 0 then n end,
                    '2026-11-01'::timestamptz + n * interval '1 second', case when n % 100 > 0 then now() end
               from generate_series(1, 50000) n",
            world.organization
        ),
        "analyze inbound".to_owned(),
    ] {
        sqlx::query(AssertSqlSafe(statement))
            .execute(&mut *connection)
            .await
            .unwrap();
    }
    for (statement, index) in [(TO_DO, "inbound_to_do"), (EVERY, "inbound_unmatched")] {
        for after in [None, Some("SM40000")] {
            let explain = format!("explain {statement}");
            let plan: Vec<(String,)> = sqlx::query_as(AssertSqlSafe(explain))
                .bind(world.organization.0)
                .bind(after.map(|_| "twilio"))
                .bind(after)
                .bind(51_i64)
                .fetch_all(&mut *connection)
                .await
                .unwrap();
            let plan: Vec<&str> = plan.iter().map(|(line,)| line.as_str()).collect();
            let plan = plan.join("\n");
            let walk = format!("Index Scan Backward using {index} on inbound");
            assert!(plan.contains(&walk), "{plan}");
        }
    }
}
