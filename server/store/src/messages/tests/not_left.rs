//! What somebody answers who has a text that has not reached them, or may not have.

use crate::messages::{Received, receive};
use crate::numbers::save_rate;
use crate::outbox::{ClaimId, Claimed, Postponed};
use crate::testing::{Thread, World, noon};
use crate::{delivery_reports, outbox};
use app::domain::{CampaignId, ConversationId, MessageId, TextRate};
use app::ports::CampaignSetup;
use chrono::TimeDelta;
use server_message::{DeliveryReport, FailureCode, ReportedState, ServiceKind, ServiceSid};
use sqlx::PgPool;
use std::time::Duration;

const LEASE: Duration = Duration::from_secs(120);

/// A contact in two conversations: in one they were texted an hour ago, in the other they are to be texted now.
struct Contact {
    world: World,
    texted: ConversationId,
    other: ConversationId,
    other_campaign: CampaignId,
    message: MessageId,
}

impl Contact {
    async fn new(pool: PgPool) -> Self {
        let world = World::new(pool).await;
        let (campaign, other_campaign) = (world.campaign().await, world.campaign().await);
        let thread = |outbound: Vec<i64>| Thread {
            outbound,
            inbound: vec![],
            claimed: None,
            drafted: None,
        };
        let other = world.thread(other_campaign, None, &thread(vec![])).await;
        let texted = world.thread(campaign, None, &thread(vec![60])).await;
        world.same_contact(texted, other).await;
        let message = world.queue(other, "Can you come?").await;
        Self {
            world,
            texted,
            other,
            other_campaign,
            message,
        }
    }

    /// The text, if this is its turn. Others that wait are claimed along with it.
    async fn claimed(&self) -> Option<Claimed> {
        let claimed = outbox::claim(&self.world.store, ClaimId::random(), 100, LEASE).await;
        let mut claimed = claimed.unwrap().into_iter();
        claimed.find(|text| text.message == self.message)
    }

    async fn state(&self) -> String {
        self.world.outbox_row(self.message).await.state
    }

    /// In which conversation it is put what they write now.
    async fn answers_in(&self) -> ConversationId {
        let text = self.world.text_from(self.texted, "Yes").await;
        match receive(&self.world.store, &text).await.unwrap() {
            Received::Recorded(conversation) => conversation,
            other => panic!("{other:?}"),
        }
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_text_that_waits_for_its_turn_is_not_the_one_that_is_answered(pool: PgPool) {
    let contact = Contact::new(pool).await;
    assert_eq!(contact.state().await, "queued");
    assert_eq!(contact.answers_in().await, contact.texted);

    let number = contact.world.number().await.parse().unwrap();
    let one_a_second = TextRate::try_from(1).unwrap();
    let (store, admin) = (&contact.world.store, &contact.world.admin);
    save_rate(store, admin, &number, Some(one_a_second))
        .await
        .unwrap();
    assert!(contact.claimed().await.is_none());
    assert_eq!(contact.state().await, "paced");
    assert_eq!(contact.answers_in().await, contact.texted);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn nor_is_one_that_waits_for_the_texting_hours(pool: PgPool) {
    let contact = Contact::new(pool).await;
    let claimed = contact.claimed().await.unwrap();
    let opens_at = noon() + TimeDelta::hours(20);
    outbox::await_opening(&contact.world.store, &claimed, opens_at)
        .await
        .unwrap();
    assert_eq!(contact.state().await, "queued");
    assert_eq!(contact.answers_in().await, contact.texted);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn nor_is_one_that_is_held_until_its_campaign_is_resumed(pool: PgPool) {
    let contact = Contact::new(pool).await;
    let (store, admin) = (&contact.world.store, &contact.world.admin);
    CampaignSetup::pause(store, admin, contact.other_campaign, true)
        .await
        .unwrap();
    let claimed = contact.claimed().await.unwrap();
    outbox::hold(store, &claimed).await.unwrap();
    assert_eq!(contact.state().await, "held");
    assert_eq!(contact.answers_in().await, contact.texted);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn one_whose_answer_from_the_service_was_lost_may_be(pool: PgPool) {
    let contact = Contact::new(pool).await;
    let claimed = contact.claimed().await.unwrap();
    assert_eq!(contact.state().await, "sending");
    assert_eq!(contact.answers_in().await, contact.other);
    let (store, delay) = (&contact.world.store, Duration::from_secs(60));
    outbox::postpone(store, &claimed, Postponed::Unclear, delay, "it was lost")
        .await
        .unwrap();
    assert_eq!(contact.answers_in().await, contact.other);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn one_that_was_sent_is_until_the_carrier_says_that_it_did_not_reach_them(pool: PgPool) {
    let contact = Contact::new(pool).await;
    let (store, sid) = (&contact.world.store, ServiceSid("SM1".into()));
    let claimed = contact.claimed().await.unwrap();
    outbox::mark_sent(store, &claimed, &sid).await.unwrap();
    assert_eq!(contact.answers_in().await, contact.other);
    let report = DeliveryReport {
        service: ServiceKind::Simulated,
        sid,
        own_number: contact.world.number().await,
        messaging_service: None,
        state: ReportedState::Failed(Some(FailureCode(30003))),
    };
    delivery_reports::receive(store, &report).await.unwrap();
    assert_eq!(contact.answers_in().await, contact.texted);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn one_that_failed_is_on_a_campaign_that_runs_where_the_other_is_archived(pool: PgPool) {
    let contact = Contact::new(pool).await;
    let store = &contact.world.store;
    let claimed = contact.claimed().await.unwrap();
    outbox::fail(store, &claimed, Some(FailureCode(30008)), "not delivered")
        .await
        .unwrap();
    assert_eq!(contact.answers_in().await, contact.texted);
    contact
        .world
        .execute(format!(
            "update campaign set archived_at = now() where id <> {}",
            contact.other_campaign
        ))
        .await;
    assert_eq!(contact.answers_in().await, contact.other);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn where_none_has_left_it_is_kept_with_the_latest(pool: PgPool) {
    let contact = Contact::new(pool).await;
    let world = &contact.world;
    world
        .execute(format!(
            "update message set own_number = '+12025559999' where conversation_id = {}",
            contact.texted
        ))
        .await;
    assert_eq!(contact.answers_in().await, contact.other);
}
