//! The list of escalated conversations, and their number, among a million.

use super::{a_million, assert_walks, read_rows};
use crate::escalations::list::{COUNT, LIST};
use crate::testing::World;
use app::domain::MAX_ESCALATED;
use chrono::{DateTime, Utc};
use sqlx::{AssertSqlSafe, PgPool};

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn escalated_conversations_are_read_campaign_by_campaign(pool: PgPool) {
    let world = World::new(pool).await;
    a_million(&world).await;
    for statement in [
        // 1,600 on fifty campaigns, of which all but five are archived and have left theirs.
        "update conversation set escalated = true
          where assigned_to is null and id % 1000 < 50 and id % 3 = 0",
        "update campaign set archived_at = now() where id % 50 > 4",
    ] {
        world.execute(statement.to_owned()).await;
    }
    sqlx::query("vacuum analyze conversation")
        .execute(&world.store.pool)
        .await
        .unwrap();
    for (statement, limit) in [(COUNT, MAX_ESCALATED), (LIST, 51)] {
        for (sees_all, viewer, most) in [
            (true, world.admin.member, 6_000.0),
            // Has no tags to handle.
            (false, world.ann.member, 0.0),
        ] {
            let explain = format!("explain (analyze, timing off) {statement}");
            let plan: Vec<(String,)> = sqlx::query_as(AssertSqlSafe(explain))
                .bind(world.organization.0)
                .bind(sees_all)
                .bind(viewer.0)
                .bind(None::<DateTime<Utc>>)
                .bind(None::<i64>)
                .bind(i64::from(limit))
                .fetch_all(&world.store.pool)
                .await
                .unwrap();
            assert_walks(&plan, &["conversation_escalated"]);
            let read = read_rows(&plan);
            assert!(read <= most, "{read} rows for {most}: {plan:#?}");
        }
    }
}
