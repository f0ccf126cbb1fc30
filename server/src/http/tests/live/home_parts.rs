//! What a texter's page reads after an event: the parts of the home that it may have changed, and no others.

use super::Events;
use crate::http::tests::TestApp;
use app::domain::{
    AfterAnswer, AutoassignMode, CampaignId, ConversationId, IdleInterval, PageState, ReleaseOrder,
    ReleasePolicy, RequestOffer,
};
use app::ports::{Approvals, Campaigns, Releases, Requests, Reviews};
use app::view_models::{HomeParts, TexterHome};
use server_store::messages;
use sqlx::PgPool;
use std::sync::{Arc, Mutex};
use tracing::span::{Attributes, Id};
use tracing::subscriber::DefaultGuard;
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};

const OUTCOME: &str = "db.request.latest";
const LOSSES: &str = "db.release_notice.list";
const CONVERSATIONS: [&str; 4] = [
    "db.conversation.cards",
    "db.conversation.count_held",
    "db.conversation.inbox",
    "db.release.preview",
];

/// The names of the spans that have begun in this thread, which is the only one of its test.
#[derive(Clone, Default)]
struct Spans(Arc<Mutex<Vec<&'static str>>>);

impl<S: tracing::Subscriber> Layer<S> for Spans {
    fn on_new_span(&self, attributes: &Attributes<'_>, _: &Id, _: Context<'_, S>) {
        self.0.lock().unwrap().push(attributes.metadata().name());
    }
}

impl Spans {
    fn record() -> (Self, DefaultGuard) {
        let spans = Self::default();
        let subscriber = tracing_subscriber::registry().with(spans.clone());
        (spans, tracing::subscriber::set_default(subscriber))
    }

    /// The statements since the last call that read a part of the home.
    fn read(&self) -> Vec<&'static str> {
        let mut read = std::mem::take(&mut *self.0.lock().unwrap());
        read.retain(|name| CONVERSATIONS.contains(name) || [OUTCOME, LOSSES].contains(name));
        read.sort_unstable();
        read
    }
}

/// Ann's page, with a reply that she holds, and what reads it.
struct Page {
    app: TestApp,
    cookie: String,
    events: Events,
    spans: Spans,
    campaign: CampaignId,
    reply: ConversationId,
    _recording: DefaultGuard,
}

impl Page {
    async fn open(pool: PgPool) -> Self {
        let (spans, recording) = Spans::record();
        let app = TestApp::new(pool).await;
        let campaign = app.world.campaign().await;
        let reply = app.world.reply(campaign, &app.world.ann, 120).await;
        app.world.pooled(campaign, 120).await;
        let cookie = app.sign_in(&app.world.ann).await;
        let mut events = Events::open(&app, "texts", &cookie).await;
        events.next_of::<RequestOffer>("offer").await;
        Self {
            app,
            cookie,
            events,
            spans,
            campaign,
            reply,
            _recording: recording,
        }
    }

    /// Asks for what the next event says, as the page does; gives what was read for it.
    async fn refresh(&mut self) -> (TexterHome, Vec<&'static str>) {
        let parts: HomeParts = self.events.next_of("home").await;
        self.spans.read();
        let form = format!("parts={}", serde_json::to_string(&parts).unwrap());
        let path = "/api/requests/texter-home";
        let answer = self.app.call(path, Some(&self.cookie), &form).await;
        let home = answer.decoded().expect("a texter's home");
        (home, self.spans.read())
    }
}

fn with_conversations(others: &[&'static str]) -> Vec<&'static str> {
    let mut all = [&CONVERSATIONS[..], others].concat();
    all.sort_unstable();
    all
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_text_that_comes_in_leads_to_reading_what_is_held(pool: PgPool) {
    let mut page = Page::open(pool).await;
    let text = page.app.world.text_from(page.reply, "Yes").await;
    messages::receive(&page.app.world.store, &text)
        .await
        .unwrap();
    let (home, read) = page.refresh().await;
    assert_eq!(read, with_conversations(&[]));
    assert_eq!(home.replies[0].excerpt, "Yes");
    assert!(home.offer.is_none());
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_decision_leads_to_reading_what_came_of_the_request(pool: PgPool) {
    let mut page = Page::open(pool).await;
    let world = &page.app.world;
    let request = world.pending_request(&world.ann, 5).await;
    let decider = world.supervolunteer().await;
    let denied = world.store.deny(&decider, request, "Not today");
    denied.await.unwrap();
    let (home, read) = page.refresh().await;
    assert_eq!(read, [OUTCOME]);
    let outcome = home.notice.expect("a denial");
    assert!(outcome.sentence.contains("Not today"), "{outcome:?}");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_release_leads_to_reading_what_was_lost_too(pool: PgPool) {
    let mut page = Page::open(pool).await;
    let world = &page.app.world;
    let order = ReleaseOrder::Everywhere(ReleasePolicy::default());
    world.store.start(&world.admin, order).await.unwrap();
    let (home, read) = page.refresh().await;
    assert_eq!(read, with_conversations(&[OUTCOME, LOSSES]));
    assert_eq!(home.losses.notices.len(), 1);
    assert_eq!(home.held, 0);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn an_answer_of_a_reviewer_leads_to_reading_what_was_lost_too(pool: PgPool) {
    let mut page = Page::open(pool).await;
    let world = &page.app.world;
    let decider = world.supervolunteer().await;
    let view = world.store.review(&decider, page.reply).await.unwrap().view;
    let texts = view.messages.iter().map(|text| text.id);
    let shown = PageState {
        lease_epoch: view.lease_epoch,
        last_text: texts.min(),
    };
    let (store, mine) = (&world.store, AfterAnswer::Mine);
    let answer = store.answer(&decider, page.reply, shown, "Hello".into(), mine);
    answer.await.unwrap();
    let (home, read) = page.refresh().await;
    assert_eq!(read, with_conversations(&[OUTCOME, LOSSES]));
    assert_eq!(home.losses.notices.len(), 1);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_request_that_is_filled_leads_to_reading_what_came_of_it_on_other_pages(pool: PgPool) {
    let mut page = Page::open(pool).await;
    let world = &page.app.world;
    let filled = world.store.create(&world.ann, world.general, 1);
    filled.await.unwrap();
    let (home, read) = page.refresh().await;
    assert_eq!(read, with_conversations(&[OUTCOME, LOSSES]));
    assert!(home.notice.is_some());
    assert_eq!(home.held, 2);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn settings_that_change_lead_to_reading_all_but_the_offer(pool: PgPool) {
    let mut page = Page::open(pool).await;
    let world = &page.app.world;
    let mode = AutoassignMode {
        auto_assign: true,
        auto_release: Some(IdleInterval::ONE_HOUR),
    };
    let saved = world
        .store
        .save_autoassign(&world.admin, page.campaign, 0, mode);
    saved.await.unwrap();
    let (home, read) = page.refresh().await;
    assert_eq!(read, with_conversations(&[OUTCOME, LOSSES]));
    assert!(home.offer.is_none());
}
