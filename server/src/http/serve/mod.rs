//! The HTTP/1 server: a bounded number of connections, none of which waits for its peer for ever.
//!
//! `axum::serve` has no time-outs and no bound. This one knows of each connection whether it waits for its
//! peer (for a head, a body, or for somebody to read an answer) or works for it. What waits too long is
//! closed, and when all connections are in use, the one that has waited longest makes room.

mod accept;
mod connection;
mod limits;
mod peer_state;
mod peer_stream;
mod table;
#[cfg(test)]
mod tests;
mod watched_body;

pub use limits::{PeerTimeouts, ServeLimits};

use axum::Router;
use std::time::Duration;
use table::ConnectionTable;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tokio_util::task::{AbortOnDropHandle, TaskTracker};

/// How often connections are looked through for those that have waited too long.
const SWEEP_INTERVAL: Duration = Duration::from_secs(1);

/// Serves until `ending` is cancelled, and then until the requests that are under way are answered. Dropping
/// the future stops accepting; what is under way goes on.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    limits: ServeLimits,
    ending: CancellationToken,
) {
    let table = ConnectionTable::new(limits);
    let sweeper = AbortOnDropHandle::new(tokio::spawn(sweep(table.clone())));
    let connections = TaskTracker::new();
    tokio::select! {
        () = accept::accept_connections(listener, router, &table, &connections, &ending) => {}
        () = ending.cancelled() => {}
    }
    connections.close();
    connections.wait().await;
    drop(sweeper);
}

/// Closes what has waited too long, until it is aborted.
async fn sweep(table: ConnectionTable) {
    let mut interval = tokio::time::interval(SWEEP_INTERVAL.min(table.shortest_timeout() / 2));
    loop {
        interval.tick().await;
        table.close_overdue();
    }
}
