use app::domain::{ReleaseOrder, ReleasePolicy};
use app::ports::{Conversations, Releases, Requests};
use server_store::testing::World;
use sqlx::PgPool;
use std::sync::{Arc, Mutex};
use tracing::field::{Field, Visit};
use tracing::{Event, Subscriber};
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::layer::{Context, SubscriberExt};
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::{Layer, Registry};

/// A statement that sqlx reports.
struct Statement {
    summary: String,
    /// The names of the spans that it ran in.
    spans: Vec<&'static str>,
}

/// A layer that keeps every statement.
#[derive(Clone, Default)]
struct Statements(Arc<Mutex<Vec<Statement>>>);

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Statements {
    fn on_event(&self, event: &Event<'_>, context: Context<'_, S>) {
        if event.metadata().target() != "sqlx::query" {
            return;
        }
        let mut summary = Summary::default();
        event.record(&mut summary);
        let spans = context.event_scope(event).into_iter().flatten();
        self.0.lock().unwrap().push(Statement {
            summary: summary.0,
            spans: spans.map(|span| span.name()).collect(),
        });
    }
}

/// The first words of a statement, as sqlx reports them.
#[derive(Default)]
struct Summary(String);

impl Visit for Summary {
    fn record_str(&mut self, field: &Field, value: &str) {
        if field.name() == "summary" {
            self.0 = value.to_owned();
        }
    }

    fn record_debug(&mut self, _: &Field, _: &dyn std::fmt::Debug) {}
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn the_statements_of_a_release_and_of_a_request_run_in_spans_of_the_database(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world.reply(campaign, &world.ann, 120).await;
    let statements = Statements::default();
    let subscriber = Registry::default().with(statements.clone().with_filter(LevelFilter::DEBUG));
    let subscribed = tracing::subscriber::set_default(subscriber);
    let order = ReleaseOrder::Everywhere(ReleasePolicy::default());
    world.store.start(&world.admin, order).await.unwrap();
    world
        .store
        .create(&world.ben, world.general, 1)
        .await
        .unwrap();
    world.store.inbox(&world.ben, 0, 10).await.unwrap();
    drop(subscribed);
    let statements = statements.0.lock().unwrap();
    for Statement { summary, spans } in &*statements {
        let is_in_span = spans.iter().any(|name| name.starts_with("db."));
        assert!(is_in_span, "{summary} ran in {spans:?}");
    }
    for expected in [
        "db.release.batch",
        "db.request.claim",
        "db.conversation.inbox",
    ] {
        let ran = statements
            .iter()
            .any(|statement| statement.spans.contains(&expected));
        assert!(ran, "{expected}");
    }
}
