//! The settings of the outbox.

use crate::engine::Backoff;
use std::time::Duration;

/// The settings of the outbox.
#[derive(Debug, Clone, Copy)]
pub struct OutboxSettings {
    /// The number of texts that are sent at once. Each is claimed when there is a free slot, so that a slow one delays no
    /// other.
    pub concurrency: usize,
    /// The lease of a claim. It exceeds the time limits of asking and sending together, so that no other server claims a
    /// text that is still being sent.
    pub lease: Duration,
    /// The time limit of one request to a message service.
    pub send_timeout: Duration,
    /// The time after a send without an answer, before the service is asked whether it has the text.
    pub settle: Duration,
    /// The maximum number of attempts at a text that the carrier never asked to have later.
    pub attempts: i16,
    /// The time in which a text is tried from when the carrier first asked to have it later, however often: it answers, and
    /// takes no more than it can send on in a while.
    pub deferral: Duration,
    /// The delays between attempts, an hour in all, which is longer than most outages. No carrier is given longer.
    pub backoff: Backoff,
}

impl Default for OutboxSettings {
    fn default() -> Self {
        Self {
            concurrency: 16,
            lease: Duration::from_secs(120),
            send_timeout: Duration::from_secs(30),
            settle: Duration::from_secs(20),
            attempts: 12,
            deferral: Duration::from_hours(24),
            backoff: Backoff {
                first: Duration::from_secs(5),
                cap: Duration::from_secs(900),
            },
        }
    }
}
