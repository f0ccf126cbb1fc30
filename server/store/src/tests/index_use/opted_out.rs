//! The list of who wrote after they had opted out, where there are many.

use super::read_rows;
use crate::conversations::unanswerable::UNANSWERABLE;
use crate::testing::World;
use sqlx::{AssertSqlSafe, PgPool};

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn who_wrote_after_opting_out_is_read_a_page_at_a_time(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let mut connection = world.store.pool.acquire().await.unwrap();
    for statement in [
        "set session_replication_role = replica".to_owned(),
        format!(
            "insert into conversation
                    (organization_id, id, campaign_id, waiting_since, held_since, wrote_opted_out_at, status, opted_out)
             select {}, n, {campaign}, '2026-06-01', '2026-06-01',
                    '2026-11-01'::timestamptz + n * interval '1 second', 'needs_response', true
               from generate_series(1, 50000) n",
            world.organization
        ),
        "vacuum analyze conversation".to_owned(),
    ] {
        sqlx::query(AssertSqlSafe(statement))
            .execute(&mut *connection)
            .await
            .unwrap();
    }
    for after in [None, Some(20_000_i64)] {
        let explain = format!("explain (analyze, timing off) {UNANSWERABLE}");
        let plan: Vec<(String,)> = sqlx::query_as(AssertSqlSafe(explain))
            .bind(world.organization.0)
            .bind(after)
            .bind(51_i64)
            .fetch_all(&mut *connection)
            .await
            .unwrap();
        // No campaign is archived: how the replies of such a one would be found is in the plan, and is not gone into.
        let walk = "using conversation_opted_out_wrote on conversation";
        assert!(plan.iter().any(|(line,)| line.contains(walk)), "{plan:#?}");
        let rows = read_rows(&plan);
        assert!((51.0..=200.0).contains(&rows), "{rows} rows: {plan:#?}");
    }
}
