//! The port of campaigns: their list, live state and Autoassign Mode.

use crate::domain::{
    Admin, AnswerTimes, AutoassignMode, AutoassignWindow, CampaignId, CampaignLiveState,
    CampaignRow, ImportReport, NextSteps,
};
use crate::error::AppError;
use async_trait::async_trait;

/// A page of the campaign list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CampaignPage {
    /// Newest campaigns first.
    pub rows: Vec<CampaignRow>,
    /// The id after which the next page begins, if there is one.
    pub next: Option<CampaignId>,
}

/// Reads campaigns of the viewer's organization.
#[async_trait]
pub trait Campaigns: Send + Sync {
    /// The campaigns after a key, newest first.
    ///
    /// # Errors
    /// The database.
    async fn list(
        &self,
        viewer: &Admin,
        after: Option<CampaignId>,
    ) -> Result<CampaignPage, AppError>;

    /// What the organization needs before it can text.
    ///
    /// # Errors
    /// The database.
    async fn next_steps(&self, viewer: &Admin) -> Result<NextSteps, AppError>;

    /// One campaign.
    ///
    /// # Errors
    /// Not in this organization; the database.
    async fn find(&self, viewer: &Admin, campaign: CampaignId) -> Result<CampaignRow, AppError>;

    /// The live figures of some campaigns, with their switches and what automatic release is doing; ids
    /// of other organizations are passed over.
    ///
    /// # Errors
    /// The database.
    async fn live_state(
        &self,
        viewer: &Admin,
        campaigns: &[CampaignId],
    ) -> Result<Vec<CampaignLiveState>, AppError>;

    /// What became of an upload of contacts.
    ///
    /// # Errors
    /// No such upload on this campaign; the database.
    async fn import_report(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        import: i64,
    ) -> Result<ImportReport, AppError>;

    /// How long people waited for the latest answers on a campaign; nothing for one of another
    /// organization.
    ///
    /// # Errors
    /// The database.
    async fn answer_times(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
    ) -> Result<AnswerTimes, AppError>;

    /// The Autoassign Mode window of a campaign.
    ///
    /// # Errors
    /// Not in this organization; the database.
    async fn autoassign(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
    ) -> Result<AutoassignWindow, AppError>;

    /// Saves the window that was opened with `version`.
    ///
    /// # Errors
    /// Not in this organization; saved by somebody else since; the database.
    async fn save_autoassign(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        version: i32,
        mode: AutoassignMode,
    ) -> Result<AutoassignWindow, AppError>;
}
