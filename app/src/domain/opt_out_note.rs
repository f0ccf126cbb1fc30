//! What a thread says of its contact's opt-outs.

use super::OptOutOrigin;
use chrono::{DateTime, Utc};

/// An opt-out of the contact, or that one was lifted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptOutNote {
    /// When.
    pub at: DateTime<Utc>,
    /// What happened.
    pub event: OptOutEvent,
    /// The member who did it, by name; none: nobody did, or somebody at the command line.
    pub by: Option<String>,
}

/// What happened to the contact's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OptOutEvent {
    /// It opted out, by who or what recorded it.
    OptedOut(OptOutOrigin),
    /// The contact lifted that, in another thread: in this one the message says so itself.
    LiftedByContact,
    /// Somebody else lifted it.
    Lifted,
}
