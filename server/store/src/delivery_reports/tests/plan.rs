//! The plan of the statement that records a report.

use super::{report, sent, texted};
use crate::delivery_reports::record::write;
use crate::testing::World;
use server_message::ReportedState::Delivered;
use sqlx::{AssertSqlSafe, Connection, PgConnection, PgPool};

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_report_reads_no_table_from_one_end_to_the_other(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let thread = texted(&world).await;
    sent(&world, thread, "SM1").await;
    // A session of its own: those of the pool may still count what they did in earlier transactions.
    let mut session = PgConnection::connect_with(&pool.connect_options())
        .await
        .unwrap();
    let mut connection = session.begin().await.unwrap();
    let organization = world.organization;
    let delivered = report(&world, "SM1", Delivered).await;
    write(&mut *connection, &delivered).await.unwrap();
    // It changes no entry of an index: the next version of its row is on the same page.
    let moved: i64 = sqlx::query_scalar(
        "select n_tup_upd - n_tup_hot_upd from pg_stat_xact_user_tables where relname = 'outbox'",
    )
    .fetch_one(&mut *connection)
    .await
    .unwrap();
    assert_eq!(moved, 0);
    for statement in [
        "set local session_replication_role = replica".to_owned(),
        format!(
            "insert into contact (organization_id, id, campaign_id, first_name, last_name, cell)
             select {organization}, 100000 + n, 1, 'Ada', 'Byron', '+1303' || lpad(n::text, 7, '0')
               from generate_series(1, 5000) n"
        ),
        format!(
            "insert into conversation (organization_id, id, campaign_id, status)
             select {organization}, 100000 + n, 1, 'messaged' from generate_series(1, 5000) n"
        ),
        format!(
            "insert into message (organization_id, id, conversation_id, direction, body, own_number)
             overriding system value
             select {organization}, 100000 + n, 100000 + n, 'outbound', 'Hi', '+12025550100'
               from generate_series(1, 5000) n"
        ),
        format!(
            "insert into outbox (organization_id, message_id, state, service_sid)
             select {organization}, 100000 + n, 'sent', 'SMX' || n from generate_series(1, 5000) n"
        ),
        "analyze contact, conversation, message, outbox, sending_number".to_owned(),
    ] {
        sqlx::query(AssertSqlSafe(statement))
            .execute(&mut *connection)
            .await
            .unwrap();
    }
    let mut delivered = report(&world, "SMX2500", Delivered).await;
    let text = write(&mut *connection, &delivered).await.unwrap();
    assert!(text.is_some_and(|text| text.is_new));
    delivered.sid.0 = "SMnobodys".into();
    let text = write(&mut *connection, &delivered).await.unwrap();
    assert!(text.is_none());
    let read_whole: Vec<(String,)> = sqlx::query_as(
        "select relname::text from pg_stat_xact_user_tables
          where relname in ('contact', 'conversation', 'message', 'outbox') and seq_tup_read > 0",
    )
    .fetch_all(&mut *connection)
    .await
    .unwrap();
    assert_eq!(read_whole, []);
}
