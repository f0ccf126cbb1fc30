//! Live events: server-sent events for the pages that show what changed.
//!
//! `hub` receives PostgreSQL's notifications, and `changes` coalesces them for one organization. `source` is the loop of
//! every stream, and `streams` has what each of them reads, at the intervals in `pace`. `listener` responds with a stream
//! for as long as its viewer has `access`. `event` has the two encodings. The counts of the pools, which all texters see,
//! are in `pool_counts`.

mod access;
mod changes;
mod event;
mod hub;
mod listener;
mod open_streams;
mod pace;
mod pool_counts;
mod requests_port;
mod source;
mod streams;

pub use hub::LiveHub;
pub use pool_counts::{Patience, PoolCounts};
pub use requests_port::RequestsWithSharedCounts;

use self::streams::{campaigns, figures, pending_requests, releases, texter};
use super::AppState;
use axum::Router;
use axum::routing::get;

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/events/campaigns", get(campaigns::stream))
        .route("/events/figures", get(figures::stream))
        .route("/events/releases", get(releases::stream))
        .route("/events/requests", get(pending_requests::stream))
        .route("/events/texts", get(texter::stream))
}
