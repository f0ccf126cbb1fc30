//! Delivery reports, in any order.

mod any_order;
mod early;
mod opted_out;
mod plan;
mod shown;

use crate::outbox::{self, ClaimId, Claimed};
use crate::testing::{Thread, World};
use app::domain::{ConversationId, Delivery, DeliveryFailure, FailureCode, MessageId};
use app::ports::Conversations;
use server_message::{DeliveryReport, ReportedState, ServiceKind, ServiceSid};
use std::time::Duration;

const LEASE: Duration = Duration::from_secs(60);

fn failed(code: i32) -> ReportedState {
    ReportedState::Failed(Some(FailureCode(code)))
}

/// A report on the text that the service calls so.
async fn report(world: &World, sid: &str, state: ReportedState) -> DeliveryReport {
    DeliveryReport {
        service: ServiceKind::Simulated,
        sid: ServiceSid(sid.to_owned()),
        own_number: world.number().await,
        messaging_service: None,
        state,
    }
}

/// A conversation that Ann holds, whose contact was texted before.
async fn texted(world: &World) -> ConversationId {
    let campaign = world.campaign().await;
    let thread = Thread {
        outbound: vec![60],
        inbound: vec![],
        claimed: None,
        drafted: None,
    };
    world.thread(campaign, Some(&world.ann), &thread).await
}

/// A text that is being sent.
async fn sending(world: &World, thread: ConversationId) -> Claimed {
    world.queue(thread, "See you there").await;
    let claimed = outbox::claim(&world.store, ClaimId::random(), 1, LEASE).await;
    claimed.unwrap().pop().unwrap()
}

async fn mark_sent(world: &World, claimed: &Claimed, sid: &str) {
    let sid = ServiceSid(sid.to_owned());
    let marked = outbox::mark_sent(&world.store, claimed, &sid).await;
    assert_eq!(marked.unwrap(), outbox::Mark::Done);
}

/// A text that the service has taken under this id.
async fn sent(world: &World, thread: ConversationId, sid: &str) -> MessageId {
    let claimed = sending(world, thread).await;
    mark_sent(world, &claimed, sid).await;
    claimed.message
}

/// What the thread says of a text.
async fn delivery(world: &World, thread: ConversationId, message: MessageId) -> Delivery {
    let view = world.store.open(&world.ann, thread).await.unwrap();
    let mut messages = view.messages.into_iter();
    let message = messages.find(|shown| shown.id == message).unwrap();
    message.delivery.unwrap()
}

fn failure(code: i32) -> Delivery {
    Delivery::Failed(DeliveryFailure::Code(FailureCode(code)))
}
