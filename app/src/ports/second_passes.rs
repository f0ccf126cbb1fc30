//! The port of second passes.

use crate::domain::{Admin, CampaignId, ReleaseProgress, SecondPassDays, SecondPassPreview};
use crate::error::AppError;
use async_trait::async_trait;

/// Second passes of the viewer's organization. They stand in the release history, where they are followed, cancelled
/// and undone like releases.
#[async_trait]
pub trait SecondPasses: Send + Sync {
    /// What a second pass would take now. Writes nothing.
    ///
    /// # Errors
    /// No such campaign; the database.
    async fn preview_second_pass(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        days: SecondPassDays,
    ) -> Result<SecondPassPreview, AppError>;

    /// Takes them in batches. It answers when that is done, or after a moment if it takes longer; it goes on if the
    /// caller goes away. What took nothing is answered, and is not in the history.
    ///
    /// # Errors
    /// No such campaign; the database. What batches before an error did stands, and is in the history.
    async fn start_second_pass(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        days: SecondPassDays,
    ) -> Result<ReleaseProgress, AppError>;

    /// The last second pass of a campaign, while it can be undone.
    ///
    /// # Errors
    /// The database.
    async fn undoable_second_pass(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
    ) -> Result<Option<ReleaseProgress>, AppError>;
}
