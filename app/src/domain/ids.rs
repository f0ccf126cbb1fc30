//! Newtype ids: an id of one kind cannot be passed where another is meant.

use serde::{Deserialize, Serialize};
use std::{fmt, num::ParseIntError, str::FromStr};

/// An id from a URL or a form that is not a positive whole number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("this is not a valid id")]
pub struct InvalidId;

impl From<ParseIntError> for InvalidId {
    fn from(_: ParseIntError) -> Self {
        Self
    }
}

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }

        impl FromStr for $name {
            type Err = InvalidId;
            fn from_str(text: &str) -> Result<Self, InvalidId> {
                let id: i64 = text.parse()?;
                if id > 0 { Ok(Self(id)) } else { Err(InvalidId) }
            }
        }
    )*};
}

id! {
    /// A tenant.
    OrganizationId;
    /// A person who signs in; may be a member of several organizations.
    AccountId;
    /// A person in one organization.
    MemberId;
    /// A campaign.
    CampaignId;
    /// A conversation, which is also its contact's id: one thread a contact.
    ConversationId;
    /// A message.
    MessageId;
    /// Something that came along with a text.
    MediaId;
    /// One release, whole, with all its batches.
    ReleaseId;
    /// A pool that texters draw from.
    PoolId;
    /// A texter's request for texts.
    RequestId;
    /// A team of members.
    TeamId;
    /// A tag that conversations carry.
    TagId;
    /// A link by which people join an organization.
    InviteId;
    /// A form that copies a campaign, one of many that a page may show.
    CopyKey;
    /// A form that creates a campaign, one of many that a page may show.
    CreateKey;
    /// A file of contacts that has arrived and is not imported yet.
    UploadId;
    /// An import of contacts.
    ImportId;
    /// A bulk action of Message Review.
    BulkActionId;
    /// A canned response of a campaign.
    CannedResponseId;
}
