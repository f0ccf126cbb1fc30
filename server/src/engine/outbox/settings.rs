use crate::engine::Backoff;
use std::time::Duration;

/// The settings of the outbox.
#[derive(Debug, Clone, Copy)]
pub struct OutboxSettings {
    /// How many texts are on their way to a service at once. Each is claimed when there is room for it,
    /// so a slow one holds up no other.
    pub concurrency: usize,
    /// For how long a claim holds. Longer than asking and sending may take together, or another server
    /// would take up what is still being sent.
    pub lease: Duration,
    /// How long a service may take to answer one request.
    pub send_timeout: Duration,
    /// How long a service is given to know of a text before it is asked for it.
    pub settle: Duration,
    /// How many times a text is tried.
    pub attempts: i16,
    /// How long it waits in between: an hour in all, longer than most outages.
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
            backoff: Backoff {
                first: Duration::from_secs(5),
                cap: Duration::from_secs(900),
            },
        }
    }
}
