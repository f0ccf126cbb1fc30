//! The intervals at which streams read and send.

use app::domain::Viewer;
use std::time::Duration;

/// The time within which changes are coalesced into one event, as those of a release of a thousand batches. A person
/// cannot read faster.
pub(super) const COALESCE_WINDOW: Duration = Duration::from_millis(250);

/// The interval of complete reads, by which displayed waits grow and missed changes are recovered.
pub(super) const REFRESH_INTERVAL: Duration = Duration::from_secs(30);

/// A stream that has nothing to send sends a heartbeat this often. A page that hears nothing for nine seconds takes its
/// connection for lost (`app/src/islands/browser/events/connection.rs`).
pub(super) const HEARTBEAT_INTERVAL: Duration = Duration::from_secs(4);

/// The delay of the last event of a stream whose page is outdated. Whoever changes their password goes on under another
/// session, whose cookie has to reach the browser before its other windows fetch their pages.
pub(super) const OUTDATED_DELAY: Duration = Duration::from_millis(250);

/// The minimum interval at which a texter's page reads the pools.
pub(super) const MIN_POOL_INTERVAL: Duration = Duration::from_secs(1);

/// The jitter of a viewer's reads after a change that concerns everybody, so that hundreds of pages do not read at the
/// same time. It is up to 0.6 s, and differs between consecutive member ids.
pub(super) fn jitter(viewer: &Viewer) -> Duration {
    Duration::from_millis(viewer.member.0.rem_euclid(61).unsigned_abs() * 10)
}
