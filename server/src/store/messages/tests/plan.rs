//! The plan of the statement that takes in a text, made while there was nothing.

use crate::store::messages::receive::{PLANNED_ONCE, RECEIVE};
use crate::testing::World;
use sqlx::{AssertSqlSafe, PgPool};

#[sqlx::test(migrations = "../migrations")]
async fn a_plan_from_when_there_was_nothing_reads_no_table_from_one_end_to_the_other(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let mut connection = pool.acquire().await.unwrap();
    let organization = world.organization;
    for statement in [
        "analyze".to_owned(),
        PLANNED_ONCE.to_owned(),
        format!(
            "prepare receive (text, text, text, text, text, text, text, timestamptz) as {RECEIVE}"
        ),
        "explain execute receive ('+12025550100', 'simulated', 'a', '+13030000007', '+13030000007', 'Yes', 'convo', null)".to_owned(),
        "set local session_replication_role = replica".to_owned(),
        format!(
            "insert into contact (organization_id, id, campaign_id, first_name, last_name, cell)
             select {organization}, n, 1, 'Ada', 'Byron', '+1303' || lpad(n::text, 7, '0') from generate_series(1, 3000) n"
        ),
        format!(
            "insert into conversation (organization_id, id, campaign_id, status)
             select {organization}, n, 1, 'messaged' from generate_series(1, 3000) n"
        ),
        format!(
            "insert into message (organization_id, conversation_id, direction, body, own_number)
             select {organization}, n, 'outbound', 'Hi', number from generate_series(1, 3000) n, sending_number
              where organization_id = {organization}"
        ),
    ] {
        sqlx::raw_sql(AssertSqlSafe(statement))
            .execute(&mut *connection)
            .await
            .unwrap();
    }
    let (number, service): (String, String) =
        sqlx::query_as("select number, service from sending_number where organization_id = $1")
            .bind(organization.0)
            .fetch_one(&mut *connection)
            .await
            .unwrap();
    let execute = format!(
        "explain (analyze, timing off) execute receive
             ('{number}', '{service}', 'b', '+13030000007', '+13030000007', 'Yes', 'needs_response', null)"
    );
    let plan: Vec<(String,)> = sqlx::query_as(AssertSqlSafe(execute))
        .fetch_all(&mut *connection)
        .await
        .unwrap();
    let read_whole =
        |line: &&(String,)| line.0.contains("Seq Scan") && !line.0.contains("never executed");
    assert_eq!(plan.iter().find(read_whole), None, "{plan:#?}");
    let moved = plan
        .iter()
        .any(|(line,)| line.contains("Update on conversation") && line.contains("rows=1 "));
    assert!(moved, "{plan:#?}");
}
