//! The conversations that a release took, one by one.

use super::{ConversationId, InvalidId};
use chrono::{DateTime, Utc};
use std::fmt;
use std::str::FromStr;

/// A conversation that a release took from its texter or, of an undo, gave back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleasedConversation {
    /// When.
    pub at: DateTime<Utc>,
    /// The conversation.
    pub id: ConversationId,
    /// Its contact and campaign; `None` if they are not there any more.
    pub contact: Option<ReleasedContact>,
    /// Who lost it, or, of an undo, got it; `None` for nobody.
    pub texter: Option<String>,
    /// Who has it now; `None` for nobody.
    pub holder: Option<String>,
}

/// Whose conversation it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleasedContact {
    /// First and last name; may be empty.
    pub name: String,
    /// In E.164.
    pub cell: String,
    /// The title of the campaign.
    pub campaign: String,
}

/// The key after which a page of them begins: the batch, and the position in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReleasedKey {
    /// The audit's row of the batch.
    pub batch: i64,
    /// From 1 on.
    pub position: i64,
}

impl fmt::Display for ReleasedKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.batch, self.position)
    }
}

impl FromStr for ReleasedKey {
    type Err = InvalidId;

    fn from_str(text: &str) -> Result<Self, InvalidId> {
        let (batch, position) = text.split_once('-').ok_or(InvalidId)?;
        Ok(Self {
            batch: batch.parse()?,
            position: position.parse()?,
        })
    }
}

/// A page of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleasedPage {
    /// In the order in which they were taken.
    pub rows: Vec<ReleasedConversation>,
    /// After which the next page begins, if there is one.
    pub next: Option<ReleasedKey>,
}

#[cfg(test)]
mod tests {
    use super::ReleasedKey;

    #[test]
    fn a_key_reads_back_what_it_writes() {
        let key: ReleasedKey = "17-1000".parse().unwrap();
        assert_eq!(key.to_string(), "17-1000");
        for bad in ["", "7", "-7", "x-7", "9223372036854775808-1", "1-x"] {
            assert!(bad.parse::<ReleasedKey>().is_err(), "{bad}");
        }
    }
}
