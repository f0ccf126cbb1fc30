//! The decision on a request, for who decided.

use super::PoolKind;
#[cfg(feature = "ssr")]
use sentences::page;
#[cfg(feature = "ssr")]
use std::fmt;

/// The result of a decision on a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RequestDecision {
    /// It was approved, and filled as far as could be.
    Assigned {
        /// Who got something.
        texter: String,
        /// Of what.
        kind: PoolKind,
        /// How many.
        assigned: u32,
    },
    /// It was approved while nothing can be handed out, and stays pending.
    NothingThere {
        /// From which pool.
        pool: String,
    },
    /// It was denied.
    Denied {
        /// Whose it was.
        texter: String,
    },
}

impl RequestDecision {
    /// Whether it is what who decided wanted.
    pub fn is_good(&self) -> bool {
        !matches!(self, Self::NothingThere { .. })
    }
}

#[cfg(feature = "ssr")]
impl fmt::Display for RequestDecision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::Assigned {
                texter,
                kind,
                assigned,
            } => match kind {
                PoolKind::Replies => page::replies_assigned_to(*assigned, texter),
                PoolKind::Initials => page::initial_messages_assigned_to(*assigned, texter),
            },
            Self::NothingThere { pool } => page::nothing_available_in(pool),
            Self::Denied { texter } => page::request_of_is_denied(texter),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{PoolKind, RequestDecision};

    #[test]
    fn says_who_got_what_and_what_stays() {
        let texter = || "Ann Texter".to_owned();
        let assigned = RequestDecision::Assigned {
            texter: texter(),
            kind: PoolKind::Replies,
            assigned: 25,
        };
        assert_eq!(assigned.to_string(), "25 replies assigned to Ann Texter.");
        let pool = "General".to_owned();
        let nothing = RequestDecision::NothingThere { pool };
        assert_eq!(
            nothing.to_string(),
            "Nothing is available in General right now: the request stays pending."
        );
        assert!(!nothing.is_good());
        let denied = RequestDecision::Denied { texter: texter() };
        assert_eq!(denied.to_string(), "Ann Texter’s request is denied.");
    }
}
