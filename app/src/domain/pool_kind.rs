//! The kinds of texts that a pool hands out.

use sentences::island;
#[cfg(feature = "ssr")]
use sentences::page;
use serde::{Deserialize, Serialize};
#[cfg(feature = "ssr")]
use std::fmt;
use std::str::FromStr;

/// A pool hands out one of the two, and one request is never filled with both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PoolKind {
    /// Conversations whose contact wrote last.
    Replies,
    /// Conversations whose first text is still to be sent.
    Initials,
}

impl PoolKind {
    /// Both, those that wait first.
    pub const ALL: [Self; 2] = [Self::Replies, Self::Initials];

    /// The word that the database and forms use.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Replies => "replies",
            Self::Initials => "initials",
        }
    }

    /// So many of them, in the language of who reads it: "1 reply", "25 initial messages".
    pub fn counted(self, count: u32) -> String {
        match self {
            Self::Replies => island::counted_replies(count),
            Self::Initials => island::counted_initial_messages(count),
        }
    }
}

#[cfg(feature = "ssr")]
impl fmt::Display for PoolKind {
    /// As Assignment Control calls it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Replies => page::kind_replies(),
            Self::Initials => page::kind_initial_messages(),
        })
    }
}

/// A word that names no kind of pool.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a kind of texts; use replies or initials")]
pub struct UnknownPoolKind(String);

impl FromStr for PoolKind {
    type Err = UnknownPoolKind;
    fn from_str(word: &str) -> Result<Self, UnknownPoolKind> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.as_str() == word)
            .ok_or_else(|| UnknownPoolKind(word.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::PoolKind;

    #[test]
    fn reads_back_what_it_writes() {
        for kind in PoolKind::ALL {
            assert_eq!(kind.as_str().parse(), Ok(kind));
        }
        assert!("both".parse::<PoolKind>().is_err());
    }
}
