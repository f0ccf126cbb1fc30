//! Escalated conversations that wait for somebody of the teams that handle their tags.

use super::{ConversationId, InvalidId};
use chrono::{DateTime, Utc};
use std::fmt;
use std::str::FromStr;

/// How many of them are counted at most: a badge says no more than that there are as many.
pub const MAX_ESCALATED: u32 = 100;

/// An escalated conversation that nobody has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EscalatedConversation {
    /// Where it stands among the others.
    pub key: EscalatedKey,
    /// The contact's name, as far as the reader sees it; empty if it is not known.
    pub contact: String,
    /// The campaign's title.
    pub campaign_title: String,
    /// Its escalation tags, by title.
    pub tags: Vec<String>,
    /// Who escalated it, if that is known.
    pub by: Option<String>,
    /// The reader's teams handle all of its tags, and may be given this campaign.
    pub may_take: bool,
}

/// The place of an escalated conversation in the list, which the next page begins after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EscalatedKey {
    /// Since when nobody has it.
    pub since: DateTime<Utc>,
    /// Which conversation.
    pub id: ConversationId,
}

impl fmt::Display for EscalatedKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.since.timestamp_micros(), self.id)
    }
}

impl FromStr for EscalatedKey {
    type Err = InvalidId;

    fn from_str(text: &str) -> Result<Self, InvalidId> {
        let (since, id) = text.split_once('-').ok_or(InvalidId)?;
        Ok(Self {
            since: DateTime::from_timestamp_micros(since.parse()?).ok_or(InvalidId)?,
            id: id.parse()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::EscalatedKey;

    #[test]
    fn a_key_reads_back_what_it_writes() {
        let key: EscalatedKey = "1762189200000001-7".parse().unwrap();
        assert_eq!(key.to_string(), "1762189200000001-7");
        for bad in ["", "7", "x-7", "7-0", "7-x", "9223372036854775807-1"] {
            assert!(bad.parse::<EscalatedKey>().is_err(), "{bad:?}");
        }
    }
}
