//! How soon and how often pages are sent what changed.

use app::domain::Viewer;
use std::time::Duration;

/// Changes that come within this time are sent together: a person cannot read faster, and a release
/// of a thousand batches makes a few events of it.
pub(super) const COALESCE_WINDOW: Duration = Duration::from_millis(250);

/// Everything is read anew at this pace, so that waits grow on the page and nothing that was missed
/// stays missed.
pub(super) const REFRESH_INTERVAL: Duration = Duration::from_secs(30);

/// A stream that has nothing to send sends a heartbeat this often. A page that hears nothing for nine seconds takes its
/// connection for lost (`app/src/islands/browser/events.rs`).
pub(super) const HEARTBEAT_INTERVAL: Duration = Duration::from_secs(4);

/// A texter's page reads the pools no more often than this.
pub(super) const MIN_POOL_INTERVAL: Duration = Duration::from_secs(1);

/// How much later than others a page of this viewer reads what concerns everybody, so that hundreds do not ask
/// at the same moment: up to 0.6 s, different for those whose numbers follow one another.
pub(super) fn jitter(viewer: &Viewer) -> Duration {
    Duration::from_millis(viewer.member.0.rem_euclid(61).unsigned_abs() * 10)
}
