//! All SQL, an area a folder, and the implementations of the app's ports. Each statement is bound to
//! the organization, states in its `where` what it relies on, and checks what it changed.
//!
//! Below the areas: [`database`], the connections that statements run on, and [`clock`], where "now" comes from.

pub mod access;
pub mod assignment_control;
pub mod audit;
pub mod campaign_setup;
pub mod campaigns;
mod canned_responses;
pub mod clock;
pub mod contact_uploads;
pub mod contacts;
pub mod conversations;
mod count;
pub mod database;
pub mod delivery_reports;
mod error;
mod escalations;
pub mod exports;
mod figures;
pub mod invites;
pub mod mail;
pub mod media;
pub mod members;
mod membership;
pub mod messages;
mod notifier;
pub mod notify;
pub mod numbers;
pub mod opt_outs;
pub mod organizations;
pub mod outbox;
pub mod people;
pub mod releases;
pub mod requests;
pub mod retention;
pub mod rules;
pub mod settings;
pub mod simulated;
mod stored_word;
pub mod stream_topics;
pub mod tags;
pub mod teams;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
#[cfg(test)]
mod tests;
pub mod time_zones;
mod title_lock;
mod transaction;
mod unique_violation;
mod unmatched;

pub use error::StoreError;
pub use notifier::Notifier;
pub use stored_word::stored_word;
pub use transaction::{Transaction, WriteTurns};

use clock::Clock;
use messages::InboundQueue;
use sqlx::PgPool;
use sqlx::migrate::Migrator;

/// All migrations, compiled in.
pub static MIGRATOR: Migrator = sqlx::migrate!();

/// The database and the clock that its statements are given.
#[derive(Debug, Clone)]
pub struct Store {
    /// Connections.
    pub pool: PgPool,
    /// Where "now" comes from.
    pub clock: Clock,
    /// Notifications of what was committed.
    pub notifier: Notifier,
    /// Whether this installation has an account at Twilio. Without one, new conversations get none of its numbers.
    pub carries_twilio: bool,
    turns: WriteTurns,
    inbound: InboundQueue,
}

impl Store {
    /// A store that lives by the database's clock.
    pub fn new(pool: PgPool) -> Self {
        Self::with_clock(pool, Clock::database())
    }

    /// This store in an installation with an account at Twilio, or without.
    #[must_use]
    pub fn carrying_twilio(self, carries_twilio: bool) -> Self {
        Self {
            carries_twilio,
            ..self
        }
    }

    /// A store that lives by another clock.
    pub fn with_clock(pool: PgPool, clock: Clock) -> Self {
        Self {
            notifier: Notifier::new(pool.clone()),
            carries_twilio: true,
            turns: WriteTurns::of(&pool),
            inbound: InboundQueue::default(),
            pool,
            clock,
        }
    }
}
