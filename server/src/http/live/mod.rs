//! Live events, sent to the pages that show what changed.
//!
//! `hub` receives PostgreSQL's notifications, `changes` coalesces them for one organization, `source` is the loop of
//! every stream, `listener` answers with it for as long as its viewer may have it, and `streams` has what each of them
//! reads. An event has one of two encodings, which are in `event`. What all texters look at is counted once for all, in
//! `pool_counts`.

mod access;
mod changes;
mod event;
mod hub;
mod listener;
mod open_streams;
mod pool_counts;
mod requests_port;
mod source;
mod streams;

pub use hub::LiveHub;
pub use pool_counts::PoolCounts;
pub use requests_port::RequestsWithSharedCounts;

use self::streams::{campaigns, figures, pending_requests, releases, texter};
use super::AppState;
use app::domain::Viewer;
use axum::Router;
use axum::routing::get;
use std::time::Duration;

/// Changes that come within this time are sent together: a person cannot read faster, and a release
/// of a thousand batches makes a few events of it.
const COALESCE_WINDOW: Duration = Duration::from_millis(250);

/// Everything is read anew at this pace, so that waits grow on the page and nothing that was missed
/// stays missed.
const REFRESH_INTERVAL: Duration = Duration::from_secs(30);

/// A texter's page reads the pools no more often than this.
const MIN_POOL_INTERVAL: Duration = Duration::from_secs(1);

/// How much later than others a page of this viewer reads what concerns everybody, so that hundreds do not ask
/// at the same moment: up to 0.6 s, different for those whose numbers follow one another.
fn jitter(viewer: &Viewer) -> Duration {
    Duration::from_millis(viewer.member.0.rem_euclid(61).unsigned_abs() * 10)
}

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/events/campaigns", get(campaigns::stream))
        .route("/events/figures", get(figures::stream))
        .route("/events/releases", get(releases::stream))
        .route("/events/requests", get(pending_requests::stream))
        .route("/events/texts", get(texter::stream))
}
