//! Conversations whose first text is still to be sent.

use super::{Thread, World};
use app::domain::{CampaignId, ConversationId, Viewer};

impl World {
    /// One that nobody was texted in, handed out to `holder` an hour ago.
    pub async fn unsent(&self, campaign: CampaignId, holder: &Viewer) -> ConversationId {
        let thread = Thread {
            outbound: vec![],
            inbound: vec![],
            claimed: Some(60),
            drafted: None,
        };
        let id = self.thread(campaign, Some(holder), &thread).await;
        self.change(id, "status = 'needs_message'".into()).await;
        id
    }
}
