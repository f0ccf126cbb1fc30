//! Live events: what changed in the database reaches the pages that show it.

mod campaigns;
mod changes;
mod counted_requests;
mod figures;
mod hub;
mod open_streams;
mod pace;
mod pool_counts;
mod releases;
mod requests;
mod tell;
mod texts;

pub use counted_requests::CountedRequests;
pub use hub::LiveHub;
pub use pool_counts::PoolCounts;

use super::AppState;
use axum::Router;
use axum::routing::get;

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/events/campaigns", get(campaigns::stream))
        .route("/events/figures", get(figures::stream))
        .route("/events/releases", get(releases::stream))
        .route("/events/requests", get(requests::stream))
        .route("/events/texts", get(texts::stream))
}
