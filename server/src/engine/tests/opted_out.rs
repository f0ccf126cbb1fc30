//! Texts to people who want none.

use super::{Desk, SETTINGS, services};
use crate::engine::{Outbox, OutboxCounts};
use app::domain::{
    Delivery, DeliveryFailure, FailureCode, Goodbye, MessageId, Sender, SenderCheck,
};
use app::ports::Conversations;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use server_message::{InboundText, OutboundText, ServiceSid};
use server_sms::{Media, MediaError, MessageService, SendError};
use server_store::outbox::{ClaimId, claim};
use server_store::{Store, messages, opt_outs};
use sqlx::PgPool;
use std::sync::Arc;

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

/// A conversation whose contact was opted out with a goodbye, which the service answered like this.
async fn goodbye_with(pool: PgPool, answer: SendError) -> (Desk, MessageId) {
    let desk = Desk::new(pool).await;
    desk.world
        .change_settings(|settings| settings.opt_out_goodbye = "We will not text you again.".into())
        .await;
    let (store, ann) = (&desk.world.store, &desk.world.ann);
    store
        .opt_out(ann, desk.thread, Goodbye::Standard)
        .await
        .unwrap();
    desk.service.script_answers([Err(answer)]);
    desk.outbox.run_once().await.unwrap();
    let view = store.open(ann, desk.thread).await.unwrap();
    let goodbye = view.messages.last().unwrap().id;
    (desk, goodbye)
}

fn lost() -> SendError {
    SendError::Uncertain {
        reason: "the answer was lost".into(),
    }
}

fn busy() -> SendError {
    SendError::Transient {
        reason: "busy".into(),
        retry_after: None,
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn no_goodbye_goes_out_after_their_own_stop_word_wherever_it_waits(pool: PgPool) {
    for answer in [busy(), lost()] {
        let (desk, goodbye) = goodbye_with(pool.clone(), answer).await;
        let stop = desk.world.text_from(desk.thread, "STOP").await;
        messages::receive(&desk.world.store, &stop).await.unwrap();
        desk.at(60);
        desk.outbox.run_once().await.unwrap();
        let row = desk.world.outbox_row(goodbye).await;
        assert_eq!(row.state, "failed");
        assert!(row.last_error.unwrap().contains("opted out"));
        assert_eq!(desk.service.bodies(), [""; 0]);
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_goodbye_is_not_tried_for_a_day_where_the_carrier_takes_it_later(pool: PgPool) {
    let later = || SendError::Deferred {
        reason: "the queue is full".into(),
        code: None,
        retry_after: None,
    };
    let (desk, goodbye) = goodbye_with(pool, later()).await;
    for attempt in 2..=i64::from(SETTINGS.attempts) {
        assert_eq!(desk.world.outbox_row(goodbye).await.state, "queued");
        desk.at(60 * attempt);
        desk.service.script_answers([Err(later())]);
        desk.outbox.run_once().await.unwrap();
    }
    assert_eq!(desk.world.outbox_row(goodbye).await.state, "failed");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn no_goodbye_goes_out_after_the_opt_out_was_lifted(pool: PgPool) {
    for answer in [busy(), lost()] {
        let (desk, goodbye) = goodbye_with(pool.clone(), answer).await;
        let cell = desk.world.cell(desk.thread).await.parse().unwrap();
        let (store, actor) = (&desk.world.store, desk.world.admin.actor());
        opt_outs::lift(store, actor, &cell, "A slip of the hand")
            .await
            .unwrap();
        desk.at(60);
        desk.outbox.run_once().await.unwrap();
        let row = desk.world.outbox_row(goodbye).await;
        assert_eq!(row.state, "failed");
        assert!(row.last_error.unwrap().contains("lifted"));
        assert_eq!(desk.service.bodies(), [""; 0]);
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn nor_after_their_own_stop_word_that_they_took_back(pool: PgPool) {
    for answer in [busy(), lost()] {
        let (desk, goodbye) = goodbye_with(pool.clone(), answer).await;
        for word in ["STOP", "START"] {
            let text = desk.world.text_from(desk.thread, word).await;
            messages::receive(&desk.world.store, &text).await.unwrap();
        }
        assert!(!desk.world.row(desk.thread).await.opted_out);
        desk.at(60);
        desk.outbox.run_once().await.unwrap();
        assert_eq!(desk.world.outbox_row(goodbye).await.state, "failed");
        assert_eq!(desk.service.bodies(), [""; 0]);
    }
}

/// A service whose contact says stop while it is asked for what it was sent.
struct StopsWhenAsked {
    store: Store,
    stop: InboundText,
}

#[async_trait]
impl MessageService for StopsWhenAsked {
    async fn send(&self, _: &OutboundText) -> Result<ServiceSid, SendError> {
        panic!("a text after the stop word");
    }

    async fn find_sent(
        &self,
        _: &OutboundText,
        _: DateTime<Utc>,
    ) -> Result<Vec<ServiceSid>, SendError> {
        messages::receive(&self.store, &self.stop).await.unwrap();
        Ok(Vec::new())
    }

    async fn check_sender(&self, _: &Sender, _: &str) -> SenderCheck {
        SenderCheck::Works
    }

    async fn fetch_media(&self, _: &str) -> Result<Media, MediaError> {
        Err(MediaError::Gone)
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn who_opts_out_while_the_service_is_asked_gets_nothing(pool: PgPool) {
    let desk = Desk::new(pool).await;
    let store = &desk.world.store;
    let message = desk.world.queue(desk.thread, "Hello").await;
    claim(store, ClaimId::random(), 16, SETTINGS.lease)
        .await
        .unwrap();
    desk.at(120);
    let service = StopsWhenAsked {
        store: store.clone(),
        stop: desk.world.text_from(desk.thread, "STOP").await,
    };
    let outbox = Outbox::new(store.clone(), services(Arc::new(service)), SETTINGS);
    assert_eq!(outbox.run_once().await.unwrap().failed, 1);
    let row = desk.world.outbox_row(message).await;
    assert!(row.last_error.unwrap().contains("opted out"));
}
