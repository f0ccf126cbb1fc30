//! The plan of the statement that takes in a text, made while there was next to nothing.

use crate::testing::World;
use sqlx::{AssertSqlSafe, PgPool};

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_plan_from_when_there_was_one_thread_reads_no_table_from_one_end_to_the_other(
    pool: PgPool,
) {
    let world = World::new(pool.clone()).await;
    world.reply(world.campaign().await, &world.ann, 10).await;
    let mut connection = pool.begin().await.unwrap();
    let organization = world.organization;
    let receive = |sid: &str| {
        format!(
            "select moved.conversation
               from sending_number,
                    receive_text(number, service, '{sid}', '+13030000007', '+13030000007', 'Yes', 'needs_response', null, null) moved
              where organization_id = {organization}"
        )
    };
    for statement in [
        "analyze".to_owned(),
        receive("before"),
        "set local session_replication_role = replica".to_owned(),
        format!(
            "insert into contact (organization_id, id, campaign_id, first_name, last_name, cell)
             select {organization}, 1000 + n, 1, 'Ada', 'Byron', '+1303' || lpad(n::text, 7, '0')
               from generate_series(1, 3000) n"
        ),
        format!(
            "insert into conversation (organization_id, id, campaign_id, status)
             select {organization}, 1000 + n, 1, 'messaged' from generate_series(1, 3000) n"
        ),
        format!(
            "insert into message (organization_id, conversation_id, direction, body, own_number)
             select {organization}, 1000 + n, 'outbound', 'Hi', number from generate_series(1, 3000) n, sending_number
              where organization_id = {organization}"
        ),
    ] {
        sqlx::query(AssertSqlSafe(statement))
            .execute(&mut *connection)
            .await
            .unwrap();
    }
    let conversation: i64 = sqlx::query_scalar(AssertSqlSafe(receive("after")))
        .fetch_one(&mut *connection)
        .await
        .unwrap();
    assert_eq!(conversation, 1007);
    let read_whole: Vec<(String,)> = sqlx::query_as(
        "select relname::text from pg_stat_xact_user_tables
          where relname in ('contact', 'conversation', 'message', 'outbox', 'inbound') and seq_tup_read > 0",
    )
    .fetch_all(&mut *connection)
    .await
    .unwrap();
    assert_eq!(read_whole, []);
}
