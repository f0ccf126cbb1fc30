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
    /// Texters were handed something out.
    pub has_handed_out: bool,
    /// The latest draft, as long as none was.
    pub draft: Option<CampaignId>,
    /// Pools hand out initial messages and replies.
    pub has_open_pools: bool,
}

impl NextSteps {
    /// Whether nothing is left to do, or the first steps are long past: an organization that has texted knows what it
    /// does when it closes a pool or takes its number out of use.
    pub fn are_over(self) -> bool {
        let all_done =
            self.has_number && self.has_texter && self.has_launched && self.has_open_pools;
        all_done || (self.has_launched && self.has_handed_out)
    }
}
