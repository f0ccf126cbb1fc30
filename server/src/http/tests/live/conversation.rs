//! The stream of one conversation, for who reads it without holding it.

use super::Events;
use crate::http::tests::TestApp;
use app::domain::{BulkChange, BulkChosen, ConversationId, Goodbye, Texter};
use app::ports::{BulkActions, Conversations, Releases, Reviews};
use server_message::{DeliveryReport, ReportedState, ServiceKind, ServiceSid};
use server_store::outbox::{self, ClaimId};
use server_store::{delivery_reports, messages};
use sqlx::PgPool;
use std::time::Duration;

/// The number that the stream says next.
async fn next_shown(events: &mut Events) -> i64 {
    let (event, number) = events.next().await;
    assert_eq!(event, "shown");
    number.parse().unwrap()
}

async fn writes(app: &TestApp, thread: ConversationId, body: &str) {
    let text = app.world.text_from(thread, body).await;
    messages::receive(&app.world.store, &text).await.unwrap();
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn message_review_follows_texts_reports_tags_and_hands_of_what_it_has_opened(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let (world, store) = (&app.world, &app.world.store);
    let campaign = world.campaign().await;
    let thread = world.reply(campaign, &world.ann, 120).await;
    let vera = world.supervolunteer().await;
    let cookie = app.sign_in(&vera).await;
    let mut events = Events::open(&app, &format!("conversation.{thread}"), &cookie).await;
    let mut last = next_shown(&mut events).await;
    let mut follows = async |what: &str| {
        let shown = store.review(&vera, thread).await.unwrap().view.shown;
        assert_ne!(shown, last, "{what}");
        // Of two changes in a moment the first may be heard by itself.
        while last != shown {
            last = next_shown(&mut events).await;
        }
    };
    follows_nothing(&app, thread).await;

    writes(&app, thread, "And until when?").await;
    follows("a text").await;
    let tag = world.ordinary_tag("Wants a sign").await;
    store.tag(&world.ann, thread, 0, vec![tag]).await.unwrap();
    follows("a tag").await;
    let change = BulkChange::AddTag(world.ordinary_tag("Press").await);
    let chosen = BulkChosen::These(vec![thread]);
    let action = store.prepare_bulk_action(&vera, change, chosen).await;
    let action = action.unwrap();
    store.start_bulk_action(&vera, action).await.unwrap();
    follows("a tag in bulk").await;
    store.release_mine(&world.ann).await.unwrap();
    follows("a release").await;

    world.queue(thread, "Until eight").await;
    let lease = Duration::from_secs(60);
    let claimed = outbox::claim(store, ClaimId::random(), 1, lease).await;
    let text = claimed.unwrap().pop().unwrap();
    let report = DeliveryReport {
        service: ServiceKind::Simulated,
        sid: ServiceSid("SM1".into()),
        own_number: world.number().await,
        messaging_service: None,
        state: ReportedState::Delivered,
    };
    let marked = outbox::mark_sent(store, &text, &report.sid).await;
    marked.unwrap();
    follows("that it was sent").await;
    delivery_reports::receive(store, &report).await.unwrap();
    follows("that it was delivered").await;
    store.opt_out(&vera, thread, Goodbye::None).await.unwrap();
    follows("an opt-out").await;
}

/// A texter without a part in it is told nothing of it.
async fn follows_nothing(app: &TestApp, thread: ConversationId) {
    let stranger: Texter = app.world.texter().await;
    let cookie = app.sign_in(&stranger).await;
    let topics = format!("conversation.{thread},texts");
    let mut events = Events::open_as(app, "a-strangers", &topics, &cookie).await;
    let (topic, ..) = events.next_of_topic().await;
    assert_eq!(topic, "texts");
    assert_eq!(app.world.store.shown(&stranger, thread).await, Ok(None));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_texter_whose_contact_has_opted_out_follows_their_start(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let thread = world.reply(world.campaign().await, &world.ann, 120).await;
    writes(&app, thread, "Stop").await;
    let cookie = app.sign_in(&world.ann).await;
    let mut events = Events::open(&app, &format!("conversation.{thread}"), &cookie).await;
    let view = world.store.open(&world.ann, thread).await.unwrap();
    assert!(view.opted_out);
    assert_eq!(next_shown(&mut events).await, view.shown);
    writes(&app, thread, "Start").await;
    let view = world.store.open(&world.ann, thread).await.unwrap();
    assert!(!view.opted_out);
    assert_eq!(next_shown(&mut events).await, view.shown);
}
