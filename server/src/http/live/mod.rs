//! Live events: what changed in the database reaches the pages that show it.

mod campaigns;
mod changes;
mod counted_requests;
mod figures;
mod hub;
mod open_streams;
mod pool_counts;
mod releases;
mod requests;
mod tell;
mod texts;

pub use counted_requests::CountedRequests;
pub use hub::LiveHub;
pub use pool_counts::PoolCounts;

use super::AppState;
use app::domain::Viewer;
use axum::Router;
use axum::routing::get;
use std::time::Duration;

/// Changes that come within this time are told together: a person cannot read faster, and a release
/// of a thousand batches makes a few events of it.
const GATHER: Duration = Duration::from_millis(250);

/// Everything is told anew at this pace, so that waits grow on the page and nothing that was missed
/// stays missed.
const REFRESH: Duration = Duration::from_secs(30);

/// A texter's page looks at the pools no more often than this.
const PACE: Duration = Duration::from_secs(1);

/// How much later than others a page of this viewer looks at what concerns everybody, so that hundreds do not ask
/// at the same moment: up to 0.6 s, different for those whose numbers follow one another.
fn spread(viewer: &Viewer) -> Duration {
    Duration::from_millis(viewer.member.0.rem_euclid(61).unsigned_abs() * 10)
}

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/events/campaigns", get(campaigns::stream))
        .route("/events/figures", get(figures::stream))
        .route("/events/releases", get(releases::stream))
        .route("/events/requests", get(requests::stream))
        .route("/events/texts", get(texts::stream))
}
