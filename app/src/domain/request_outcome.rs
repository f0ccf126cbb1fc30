//! The outcome of a request, for its texter.

use super::PoolKind;
#[cfg(feature = "ssr")]
use sentences::{island, page};
#[cfg(feature = "ssr")]
use std::fmt;

/// What kept a request from being filled although there was more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RequestCut {
    /// How many unanswered replies a texter may hold.
    OpenReplies,
    /// How many texts a texter is given in 24 hours.
    Day,
}

impl RequestCut {
    /// The word that the database uses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::OpenReplies => "open_replies",
            Self::Day => "day",
        }
    }

    /// The one that a word names.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::OpenReplies, Self::Day]
            .into_iter()
            .find(|cut| cut.as_str() == word)
    }
}

/// What came of one request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RequestOutcome {
    /// It was filled, as far as could be.
    Assigned {
        /// With what.
        kind: PoolKind,
        /// How many were asked for.
        wanted: u32,
        /// How many were assigned; at least one.
        assigned: u32,
        /// Why not all, if there were more.
        cut: Option<RequestCut>,
    },
    /// There was nothing.
    Nothing {
        /// Of what was asked for.
        kind: PoolKind,
    },
    /// It waits for somebody to decide on it.
    Pending {
        /// For what it asks.
        kind: PoolKind,
        /// And how many.
        wanted: u32,
    },
    /// Somebody denied it.
    Denied {
        /// Who.
        by: String,
        /// Why, in their words; empty if they gave no reason.
        reason: String,
    },
    /// Its texter took it back.
    Cancelled,
}

impl RequestOutcome {
    /// Whether it brought what was asked for.
    pub fn is_good(&self) -> bool {
        matches!(self, Self::Assigned { .. } | Self::Pending { .. })
    }

    /// How many were assigned.
    pub fn assigned(&self) -> u32 {
        match self {
            Self::Assigned { assigned, .. } => *assigned,
            _ => 0,
        }
    }
}

#[cfg(feature = "ssr")]
impl fmt::Display for RequestOutcome {
    /// "25 replies assigned", "7 of 25: that was all there is", or why there is nothing.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match self {
            Self::Assigned {
                kind,
                wanted,
                assigned,
                ..
            } if assigned == wanted => match kind {
                PoolKind::Replies => page::replies_assigned(*assigned),
                PoolKind::Initials => page::initial_messages_assigned(*assigned),
            },
            Self::Assigned {
                wanted,
                assigned,
                cut,
                ..
            } => match cut {
                None => page::assigned_all_there_is(*assigned, *wanted),
                Some(RequestCut::OpenReplies) => page::assigned_most_replies(*assigned, *wanted),
                Some(RequestCut::Day) => page::assigned_most_in_a_day(*assigned, *wanted),
            },
            Self::Nothing { kind } => match kind {
                PoolKind::Replies => page::no_replies_left().to_owned(),
                PoolKind::Initials => page::no_initial_messages_left().to_owned(),
            },
            Self::Pending { kind, wanted } => page::asked_for(&kind.counted(*wanted)),
            Self::Denied { by, reason } if reason.is_empty() => page::denied_by(by),
            Self::Denied { by, reason } => page::denied_because(by, reason),
            Self::Cancelled => island::request_is_cancelled().to_owned(),
        };
        f.write_str(&words)
    }
}

#[cfg(test)]
mod tests {
    use super::{PoolKind, RequestCut, RequestOutcome};

    #[test]
    fn says_how_many_of_how_many_and_why() {
        let kind = PoolKind::Replies;
        let words = |assigned, wanted, cut| {
            RequestOutcome::Assigned {
                kind,
                wanted,
                assigned,
                cut,
            }
            .to_string()
        };
        assert_eq!(words(25, 25, None), "25 replies assigned");
        assert_eq!(words(1, 1, None), "1 reply assigned");
        assert_eq!(words(7, 25, None), "7 of 25: that was all there is");
        let cut = words(7, 25, Some(RequestCut::OpenReplies));
        assert!(cut.ends_with("a texter can have at a time"), "{cut}");
        let nothing = RequestOutcome::Nothing { kind };
        assert!(nothing.to_string().starts_with("No replies were left"));
        assert!(!nothing.is_good());
    }

    #[test]
    fn a_denial_gives_the_reason_if_there_is_one() {
        let denied = |reason: &str| {
            RequestOutcome::Denied {
                by: "Vera Osei".into(),
                reason: reason.into(),
            }
            .to_string()
        };
        assert_eq!(denied(""), "Vera Osei denied your request.");
        assert_eq!(
            denied("Finish first."),
            "Vera Osei denied your request: Finish first."
        );
    }

    #[test]
    fn reads_back_the_words_of_the_database() {
        for cut in [RequestCut::OpenReplies, RequestCut::Day] {
            assert_eq!(RequestCut::from_word(cut.as_str()), Some(cut));
        }
    }
}
