//! Inbound texts that belong to no conversation.

use super::{ConversationId, InvalidId, MediaView, PhoneNumber, ServiceKind};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A text to a number of the organization, from somebody whom nobody texted from that number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnmatchedText {
    /// Which text.
    pub id: UnmatchedId,
    /// Who wrote, as the carrier says: a number, a short code, a name, or nothing.
    pub from: String,
    /// Who wrote, if it is a number that can be opted out.
    pub number: Option<PhoneNumber>,
    /// The number that it came to.
    pub to: String,
    /// What was written.
    pub body: String,
    /// What came along with it.
    pub media: Vec<MediaView>,
    /// When it came in.
    pub at: DateTime<Utc>,
    /// Whether its writer has opted out.
    pub opted_out: bool,
    /// Whether they have not, and may want to.
    pub may_want_to_opt_out: bool,
    /// Whether an admin has marked it as done.
    pub done: bool,
}

/// The id of such a text: the message service that brought it, and its id there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct UnmatchedId {
    /// The message service.
    pub service: ServiceKind,
    /// Its id there.
    pub sid: String,
}

/// A text, and the contacts into whose thread it can be moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovableText {
    /// The text.
    pub text: UnmatchedText,
    /// The contacts that were found, on campaigns that run.
    pub contacts: Vec<MoveContact>,
    /// There are more of them than these.
    pub more: bool,
}

/// A contact whom a text may be from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoveContact {
    /// The conversation with them.
    pub id: ConversationId,
    /// Their name; empty if it is not known.
    pub name: String,
    /// Their number.
    pub cell: String,
    /// The title of the campaign.
    pub campaign_title: String,
    /// Whether they have opted out, so that nothing is moved to them.
    pub opted_out: bool,
}

impl fmt::Display for UnmatchedId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.service, self.sid)
    }
}

impl FromStr for UnmatchedId {
    type Err = InvalidId;

    fn from_str(text: &str) -> Result<Self, InvalidId> {
        let (service, sid) = text.split_once('-').ok_or(InvalidId)?;
        if sid.is_empty() || sid.contains('\0') {
            return Err(InvalidId);
        }
        Ok(Self {
            service: service.parse().map_err(|_| InvalidId)?,
            sid: sid.to_owned(),
        })
    }
}

impl TryFrom<String> for UnmatchedId {
    type Error = InvalidId;

    fn try_from(text: String) -> Result<Self, InvalidId> {
        text.parse()
    }
}

impl From<UnmatchedId> for String {
    fn from(id: UnmatchedId) -> Self {
        id.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::UnmatchedId;

    #[test]
    fn an_id_reads_back_what_it_writes() {
        let id: UnmatchedId = "twilio-SM-1".parse().unwrap();
        assert_eq!((id.sid.as_str(), &*id.to_string()), ("SM-1", "twilio-SM-1"));
        for bad in ["", "twilio", "twilio-", "carrier-SM1", "twilio-\0"] {
            assert!(bad.parse::<UnmatchedId>().is_err(), "{bad:?}");
        }
    }
}
