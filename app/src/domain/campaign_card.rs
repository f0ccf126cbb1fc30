//! A campaign as one of its texters sees it.

use super::{Age, CampaignId, ClosedHours};

/// What a texter has to do on one campaign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CampaignCard {
    /// Which campaign.
    pub campaign: CampaignId,
    /// Its title.
    pub title: String,
    /// What admins wrote about it; may be empty.
    pub description: String,
    /// First texts that they hold and have not sent.
    pub first_texts: u32,
    /// Replies that they hold.
    pub replies: u32,
    /// What else is theirs, needs nothing now, and is not closed.
    pub past: u32,
    /// What is closed.
    pub closed_conversations: u32,
    /// The oldest of the replies has waited this long.
    pub oldest_wait: Option<Age>,
    /// The campaign is paused: nothing can be sent.
    pub paused: bool,
    /// When the texting hours open for the first of those who are to be texted and cannot be now, by their clock.
    pub closed: Option<ClosedHours>,
    /// For how many of those who are to be texted they are closed.
    pub outside_hours: u32,
    /// After how long the texting hours are to be read again, because they will have opened or ended for some of them;
    /// `None` = they never do.
    pub hours_refresh_in: Option<Age>,
}
