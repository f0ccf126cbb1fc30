//! The port of unmessaged contacts.

use crate::domain::{Admin, CampaignId, ConversationId, UnmessagedDeletion, UnmessagedPreview};
use crate::error::AppError;
use async_trait::async_trait;

/// Contacts of the viewer's campaigns to whom nothing was ever sent, and from whom nothing came.
#[async_trait]
pub trait UnmessagedContacts: Send + Sync {
    /// What deleting those of a campaign would do now. Writes nothing.
    ///
    /// # Errors
    /// No such campaign; the database.
    async fn preview_unmessaged(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
    ) -> Result<UnmessagedPreview, AppError>;

    /// Deletes them in batches, up to the newest contact that the preview has counted. Who holds one of them loses it. It
    /// answers when that is done, or after a moment if it takes longer; it goes on if the caller goes away.
    ///
    /// # Errors
    /// No such campaign; another title than the campaign's; the database. What batches before an error did stands, and
    /// the rest is deleted when it is done again.
    async fn delete_unmessaged(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        newest: ConversationId,
        title: &str,
    ) -> Result<UnmessagedDeletion, AppError>;
}
