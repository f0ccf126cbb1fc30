//! Texts to people who want none.

use super::Desk;
use crate::engine::OutboxCounts;
use app::domain::{Delivery, DeliveryFailure, FailureCode, Goodbye};
use app::ports::Conversations;
use server_sms::SendError;
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
    let view = desk.world.store.open(&desk.world.ann, desk.thread).await;
    let shown = view.unwrap().messages.pop().unwrap().delivery;
    let failure = DeliveryFailure::Code(FailureCode::OPTED_OUT);
    assert_eq!(shown, Some(Delivery::Failed(failure)));
    // It is never tried again.
    desk.at(100_000);
    assert_eq!(
        desk.outbox.run_once().await.unwrap(),
        OutboxCounts::default()
    );
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
async fn nothing_but_the_goodbye_goes_out_to_who_was_opted_out_in_the_meantime(pool: PgPool) {
    let desk = Desk::new(pool).await;
    desk.world
        .change_settings(|settings| settings.opt_out_goodbye = "We will not text you again.".into())
        .await;
    let before = desk.world.queue(desk.thread, "Can you come?").await;
    desk.at(1);
    desk.world
        .store
        .opt_out(&desk.world.ann, desk.thread, Goodbye::Standard)
        .await
        .unwrap();
    // Written by another at the same moment, in whatever order their transactions were begun.
    desk.at(2);
    let after = desk.world.queue(desk.thread, "At the library.").await;
    let counts = desk.outbox.run_once().await.unwrap();
    assert_eq!((counts.failed, counts.sent), (2, 1));
    for message in [before, after] {
        let row = desk.world.outbox_row(message).await;
        assert_eq!(row.state, "failed");
        assert!(row.last_error.unwrap_or_default().contains("opted out"));
    }
    assert_eq!(desk.service.bodies(), ["We will not text you again."]);
}
