//! The background services, all of one shape. `run_once()` runs one round and returns counts. `run(health, stop)` runs
//! rounds until it is stopped, and reports to `health`; between two rounds it sleeps until the next deadline or a
//! notification. Any number of servers may run all of them at once.

mod abandoned_releases;
mod abandoned_uploads;
mod auto_release;
mod backoff;
mod bulk_counts;
mod contact_sums;
mod early_reports;
mod ended_sessions;
mod mail;
mod old_messages;
mod outbox;
mod pg_waker;
mod simulated_contacts;
mod start;
mod supervise;
#[cfg(test)]
mod tests;

pub use abandoned_releases::AbandonedReleases;
pub use abandoned_uploads::AbandonedUploads;
pub use auto_release::{AutoRelease, AutoReleaseCounts, AutoReleaseSettings};
pub use backoff::Backoff;
pub use bulk_counts::BulkCounts;
pub use contact_sums::ContactSums;
pub use early_reports::EarlyReports;
pub use ended_sessions::EndedSessions;
pub use mail::{MailCounts, MailSender, MailSettings};
pub use old_messages::OldMessages;
pub use outbox::{Outbox, OutboxCounts, OutboxSettings};
pub use pg_waker::PgWaker;
pub use simulated_contacts::{Chatter, ContactCounts, SimulatedContacts};
pub use start::Engine;
pub use supervise::supervise;
