//! What is judged and changed is found by the keys of the conversations, however many there are.

use super::matching::many;
use crate::releases::bulk::change::{CLOSE, UNASSIGN};
use crate::releases::bulk::judge;
use crate::testing::World;
use sqlx::{AssertSqlSafe, PgPool};

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_part_is_found_by_its_keys(pool: PgPool) {
    let world = World::new(pool).await;
    many(&world, 100_000).await;
    for statement in [
        "insert into message (organization_id, conversation_id, direction, body, own_number)
         select organization_id, id, 'inbound', 'Hello', '+12025550100' from conversation",
        "vacuum analyze conversation, contact, message, campaign",
    ] {
        sqlx::query(statement)
            .execute(&world.store.pool)
            .await
            .unwrap();
    }
    let ids: Vec<i64> = (1_010_000..1_010_500).collect();
    let holds = |plan: &str| {
        assert!(plan.contains("conversation_pkey"), "{plan}");
        assert!(!plan.contains("Seq Scan on conversation "), "{plan}");
        assert!(!plan.contains("Seq Scan on message "), "{plan}");
    };
    for statement in [
        judge::REASSIGN,
        judge::UNASSIGN,
        judge::ADD_TAG,
        judge::CLOSE,
    ] {
        let explain = AssertSqlSafe(format!("explain {statement}"));
        let plan = sqlx::query_scalar::<_, String>(explain)
            .bind(world.organization.0)
            .bind(&ids)
            .bind(Some(world.ann.member.0))
            .fetch_all(&world.store.pool)
            .await
            .unwrap()
            .join("\n");
        holds(&plan);
        assert!(plan.contains("message_thread"), "{plan}");
    }
    for statement in [UNASSIGN, CLOSE] {
        let explain = AssertSqlSafe(format!("explain {statement}"));
        let plan = sqlx::query_scalar::<_, String>(explain)
            .bind(world.organization.0)
            .bind(None::<chrono::DateTime<chrono::Utc>>)
            .bind(None::<i64>)
            .bind(&ids)
            .bind(vec![0_i32; 500])
            .bind(vec![0_i64; 500])
            .bind(world.admin.member.0)
            .bind(1_i64)
            .fetch_all(&world.store.pool)
            .await
            .unwrap()
            .join("\n");
        holds(&plan);
    }
}
