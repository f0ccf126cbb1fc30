//! The services that run in the background, all of one shape: `run_once()` does one round and returns what it did, as
//! counts; `run(health, stop)` goes round until it is stopped, sleeps until the next deadline, is woken by what moves
//! one, and says whether it works. All of them may run on any number of servers at once.

mod abandoned_releases;
mod auto_release;
mod backoff;
mod ended_sessions;
mod outbox;
mod pg_waker;
mod simulated_contacts;
mod start;
mod supervise;
#[cfg(test)]
mod tests;

pub use abandoned_releases::AbandonedReleases;
pub use auto_release::{AutoRelease, AutoReleaseCounts, AutoReleaseSettings};
pub use backoff::Backoff;
pub use ended_sessions::EndedSessions;
pub use outbox::{Outbox, OutboxCounts, OutboxSettings};
pub use pg_waker::PgWaker;
pub use simulated_contacts::{Chatter, ContactCounts, SimulatedContacts};
pub use start::Engine;
pub use supervise::supervise;
