//! Live events: server-sent events for the pages that show what changed.
//!
//! A browser has one stream, with as many `topics` as its pages show. `listen` opens it, for as long as its viewer has
//! `access`, and changes its topics; `multiplexer` selects from one source for each of them. `hub` receives PostgreSQL's
//! notifications, and `changes` coalesces them for one organization. `source` is the loop of every topic, and `sources`
//! has what each of them reads, at the intervals in `pace`. `event` is how it is written. The counts of the pools,
//! which all texters see, are in `pool_counts`.

mod access;
mod changes;
mod event;
mod hub;
mod listen;
mod multiplexer;
mod open_streams;
mod pace;
mod pool_counts;
mod requests_port;
mod source;
mod sources;
mod topics;

pub use hub::LiveHub;
pub use pool_counts::{Patience, PoolCounts};
pub use requests_port::RequestsWithSharedCounts;

use super::AppState;
use axum::Router;
use axum::routing::{get, post};

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/events", get(listen::open))
        .route("/events/topics", post(listen::change_topics))
}
