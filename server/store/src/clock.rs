//! Time. The clock is the database's, read once per operation; tests pin it.

use chrono::{DateTime, Utc};
use std::sync::{Arc, Mutex, PoisonError};

/// Where "now" comes from. Statements take [`Clock::pinned`] as a parameter and write
/// `coalesce($n, statement_timestamp())`: no extra round trip, and no second clock beside the
/// database's.
#[derive(Debug, Clone, Default)]
pub struct Clock(Option<Arc<Mutex<DateTime<Utc>>>>);

impl Clock {
    /// The database's own clock.
    pub fn database() -> Self {
        Self(None)
    }

    /// A clock that stands still until it is moved.
    pub fn pinned_at(now: DateTime<Utc>) -> Self {
        Self(Some(Arc::new(Mutex::new(now))))
    }

    /// Moves a pinned clock; every clone of it moves along. The database's clock cannot be moved.
    pub fn set(&self, now: DateTime<Utc>) {
        if let Some(pinned) = &self.0 {
            *pinned.lock().unwrap_or_else(PoisonError::into_inner) = now;
        }
    }

    /// What statements are given: the pinned moment, or `None` for the database's own.
    pub fn pinned(&self) -> Option<DateTime<Utc>> {
        self.0
            .as_ref()
            .map(|now| *now.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
