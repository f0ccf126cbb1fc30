//! Live events: what changed in the database reaches the pages that show it.

mod campaigns;
mod figures;
mod hub;
mod releases;
mod requests;
mod tell;
mod texts;

pub use hub::LiveHub;

use super::AppState;
use axum::Router;
use axum::routing::get;
use std::time::Duration;

/// Changes that come within this time are told together: a person cannot read faster, and a release
/// of a thousand batches makes a few events of it.
const GATHER: Duration = Duration::from_millis(250);

/// Everything is told anew at this pace, so that waits grow on the page and nothing that was missed
/// stays missed.
const REFRESH: Duration = Duration::from_secs(30);

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/events/campaigns", get(campaigns::stream))
        .route("/events/figures", get(figures::stream))
        .route("/events/releases", get(releases::stream))
        .route("/events/requests", get(requests::stream))
        .route("/events/texts", get(texts::stream))
}
