//! A texter's home: what they may request, and what they hold.

use super::{CampaignCardView, LossSummary, RequestNotice};
use crate::domain::{Age, InboxEntry, RequestOffer};
use serde::{Deserialize, Serialize};

/// A texter's home: what they may ask for and what they hold. The fields of parts that were not asked for
/// ([`super::HomeParts`]) are empty: whoever asks knows which those are, and an `Option` around each part would make
/// the bundle larger.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct TexterHome {
    /// What the request form shows ([`super::HomeParts::OFFER`]).
    pub offer: Option<RequestOffer>,
    /// The result of the last request, while it is news ([`super::HomeParts::OUTCOME`]).
    pub notice: Option<RequestNotice>,
    /// Replies that the texter holds, of contacts who wait for an answer. This and all that has no other part named is [`super::HomeParts::CONVERSATIONS`].
    pub held: u32,
    /// How many of them can be answered now.
    pub answerable: u32,
    /// "33 can be answered now · 2 outside the contact’s texting hours": why that is not all of them; else empty.
    pub held_words: String,
    /// After how long the texting hours of contacts are to be read again, because they will have opened or ended.
    pub hours_refresh_in: Option<Age>,
    /// How many of them **Release my replies** would release.
    pub releasable: u32,
    /// What they should know before they do it, a line each.
    pub release_details: String,
    /// What was released from the texter, as far as they have not read it ([`super::HomeParts::LOSSES`]).
    pub losses: LossSummary,
    /// A page of the campaigns on which they hold anything, longest waiting first.
    pub cards: Vec<CampaignCardView>,
    /// Where the next page of campaigns is; empty if there is none.
    pub more_cards: String,
    /// A page of the replies: of contacts who can be texted now, then the others, those of paused campaigns last; longest
    /// waiting first.
    pub replies: Vec<InboxEntry>,
    /// Where the next page of replies is; empty if there is none.
    pub more: String,
}
