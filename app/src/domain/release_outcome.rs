//! What a release did.

use super::ReleaseId;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The result of one release; its display is the sentence that the admin reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReleaseOutcome {
    /// Its row in the history.
    pub release: ReleaseId,
    /// Rows that were changed.
    pub conversations: u32,
    /// Campaigns that they were on.
    pub campaigns: u32,
}

impl fmt::Display for ReleaseOutcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let replies = if self.conversations == 1 {
            "reply"
        } else {
            "replies"
        };
        let campaigns = if self.campaigns == 1 {
            "campaign"
        } else {
            "campaigns"
        };
        write!(
            f,
            "Released {} {replies} on {} {campaigns}",
            self.conversations, self.campaigns
        )
    }
}

#[cfg(test)]
mod tests {
    use super::{ReleaseId, ReleaseOutcome};

    #[test]
    fn is_a_sentence_for_none_one_and_many() {
        let sentence = |conversations, campaigns| {
            ReleaseOutcome {
                release: ReleaseId(1),
                conversations,
                campaigns,
            }
            .to_string()
        };
        assert_eq!(sentence(0, 0), "Released 0 replies on 0 campaigns");
        assert_eq!(sentence(1, 1), "Released 1 reply on 1 campaign");
        assert_eq!(sentence(40, 3), "Released 40 replies on 3 campaigns");
    }
}
