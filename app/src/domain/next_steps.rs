//! What a new organization needs before it can text.

use super::CampaignId;

/// Which of the first steps of an organization are done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NextSteps {
    /// It has a number to text from.
    pub has_number: bool,
    /// Somebody is there who texts, beside those who administer.
    pub has_texter: bool,
    /// A campaign was launched.
    pub has_launched: bool,
    /// The latest draft, as long as none was.
    pub draft: Option<CampaignId>,
    /// Pools hand out initial messages and replies.
    pub has_open_pools: bool,
}

impl NextSteps {
    /// Whether nothing is left to do.
    pub fn all_done(self) -> bool {
        self.has_number && self.has_texter && self.has_launched && self.has_open_pools
    }
}
