//! What runs by itself. Services of one shape: `run_once()` does one round and returns what it did, as
//! counts; `run(stop)` goes round until it is stopped, sleeps until the next deadline and is woken by
//! what moves one. All of them may run on any number of servers at once.

mod abandoned_releases;
mod auto_release;
mod backoff;
mod ended_sessions;
mod outbox;
mod simulated_contacts;
mod start;
#[cfg(test)]
mod tests;
mod wake;

pub use abandoned_releases::AbandonedReleases;
pub use auto_release::{AutoRelease, AutoReleaseCounts, AutoReleaseSettings};
pub use backoff::Backoff;
pub use ended_sessions::EndedSessions;
pub use outbox::{Outbox, OutboxCounts, OutboxSettings};
pub use simulated_contacts::{Chatter, ContactCounts, SimulatedContacts};
pub use start::Engine;
pub use wake::Wake;
