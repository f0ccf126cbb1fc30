//! Texts to numbers of no organization: where the figure of them is read.

use super::{count_written, deliver_signed, texted_contact};
use http::StatusCode;
use server_store::testing::World;
use sqlx::PgPool;
use std::sync::{Arc, Mutex};
use tracing::Event;
use tracing::field::{Field, Visit};
use tracing::subscriber::DefaultGuard;
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_text_to_a_number_of_no_organization_is_logged_with_the_count_of_them(pool: PgPool) {
    let world = World::new(pool).await;
    texted_contact(&world).await;
    let (counts, _recording) = Counts::record();
    for (sid, to) in ["%2B12025550199", "%2B12025550100", "", "%2B12025550198"]
        .iter()
        .enumerate()
    {
        let body = format!("MessageSid=SM{sid}&From=%2B12025550123&To={to}&Body=Yes");
        let response = deliver_signed(&world, &body).await;
        assert_eq!(response.status(), StatusCode::OK);
    }
    let counts = counts.0.lock().unwrap().clone();
    // Other tests of this process count too.
    let [first, second, third] = counts[..] else {
        panic!("{counts:?}");
    };
    assert_eq!(
        count_written(&world).await,
        2,
        "one inbound and its message"
    );
    assert!(0 < first && first < second && second < third, "{counts:?}");
}

/// The field `count` of each event in this thread, which is the only one of its test.
#[derive(Clone, Default)]
struct Counts(Arc<Mutex<Vec<u64>>>);

impl Counts {
    fn record() -> (Self, DefaultGuard) {
        let counts = Self::default();
        let subscriber = tracing_subscriber::registry().with(counts.clone());
        (counts, tracing::subscriber::set_default(subscriber))
    }
}

impl<S: tracing::Subscriber> Layer<S> for Counts {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        event.record(&mut self.clone());
    }
}

impl Visit for Counts {
    fn record_u64(&mut self, field: &Field, value: u64) {
        if field.name() == "count" {
            self.0.lock().unwrap().push(value);
        }
    }

    fn record_debug(&mut self, _: &Field, _: &dyn std::fmt::Debug) {}
}
