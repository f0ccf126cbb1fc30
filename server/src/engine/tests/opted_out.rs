//! Texts to people who want none.

use super::Desk;
use server_sms::SendError;
use server_store::messages::receive;
use sqlx::PgPool;

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn an_opt_out_that_only_the_carrier_knew_of_is_recorded_everywhere(pool: PgPool) {
    let desk = Desk::new(pool).await;
    let other = desk
        .world
        .reply(desk.world.campaign().await, &desk.world.ben, 5)
        .await;
    desk.world.same_contact(desk.thread, other).await;
    let message = desk.world.queue(desk.thread, "Hello").await;
    desk.service.script_answers([Err(SendError::OptedOut)]);
    assert_eq!(desk.outbox.run_once().await.unwrap().failed, 1);
    assert_eq!(desk.world.outbox_row(message).await.state, "failed");
    for thread in [desk.thread, other] {
        assert!(desk.world.row(thread).await.opted_out);
    }
    assert_eq!(
        desk.world
            .count("select count(*) from opt_out where recorded_by is null")
            .await,
        1
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_text_to_somebody_who_said_stop_in_the_meantime_is_not_sent_and_a_goodbye_is(
    pool: PgPool,
) {
    let desk = Desk::new(pool).await;
    let late = desk.world.queue(desk.thread, "Can you come?").await;
    desk.at(1);
    let stop = desk.world.text_from(desk.thread, "stop").await;
    receive(&desk.world.store, &stop).await.unwrap();
    let goodbye = desk
        .world
        .queue(desk.thread, "We will not text you again.")
        .await;
    let counts = desk.outbox.run_once().await.unwrap();
    assert_eq!((counts.failed, counts.sent), (1, 1));
    let row = desk.world.outbox_row(late).await;
    assert_eq!(row.state, "failed");
    assert!(row.last_error.unwrap_or_default().contains("opted out"));
    assert_eq!(desk.world.outbox_row(goodbye).await.state, "sent");
    assert_eq!(desk.service.bodies(), ["We will not text you again."]);
}
