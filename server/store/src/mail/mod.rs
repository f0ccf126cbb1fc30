//! The outbox of e-mail. Rows are written by who asks for one; the engine claims those that are due, each for a lease, and
//! deletes what is sent or given up. An e-mail whose server ends in the middle is sent again after its lease: twice at
//! worst, of which the later one has the link that works.

mod claim;
mod finish;
mod insert;
mod kind;

pub use claim::{ClaimedMail, claim, next_due};
pub use finish::{delete, give_up, postpone};
pub use insert::{NewMail, insert};
pub use kind::{MailKind, UnknownMailKind};

/// The channel that wakes the service which sends e-mail. No payload.
pub const MAIL: &str = "baton_mail";
