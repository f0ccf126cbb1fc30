//! The port of campaigns: their list, live state and Autoassign Mode.

use crate::domain::{
    Admin, AnswerTimes, AutoassignMode, AutoassignWindow, CampaignId, CampaignKey, CampaignQuery,
    CampaignRow, CampaignTab, CampaignTitle, ImportReport, NextSteps,
};
use crate::error::AppError;
use async_trait::async_trait;

/// A page of the campaign list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CampaignPage {
    /// In the order that was asked for.
    pub rows: Vec<CampaignRow>,
    /// Where the next page begins, if there is one.
    pub next: Option<CampaignKey>,
}

/// How many campaigns are in each tab, whatever they are searched for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CampaignTabs {
    /// Started, and not archived.
    pub current: u32,
    /// Not started, and not archived.
    pub drafts: u32,
    /// Archived.
    pub archived: u32,
}

impl CampaignTabs {
    /// How many are in this one.
    pub fn count(self, tab: CampaignTab) -> u32 {
        match tab {
            CampaignTab::Current => self.current,
            CampaignTab::Drafts => self.drafts,
            CampaignTab::Archived => self.archived,
        }
    }
}

/// Reads campaigns of the viewer's organization.
#[async_trait]
pub trait Campaigns: Send + Sync {
    /// A page of the campaigns that are asked for, from the first or behind a key of the same order.
    ///
    /// # Errors
    /// The database.
    async fn list(
        &self,
        viewer: &Admin,
        query: &CampaignQuery,
        after: Option<CampaignKey>,
    ) -> Result<CampaignPage, AppError>;

    /// How many campaigns are in each tab.
    ///
    /// # Errors
    /// The database.
    async fn tabs(&self, viewer: &Admin) -> Result<CampaignTabs, AppError>;

    /// The newest campaigns in whichever tab, to choose one from.
    ///
    /// # Errors
    /// The database.
    async fn newest(&self, viewer: &Admin) -> Result<Vec<CampaignTitle>, AppError>;

    /// Some campaigns, in the order of their ids here; those of other organizations are passed over.
    ///
    /// # Errors
    /// The database.
    async fn some(
        &self,
        viewer: &Admin,
        campaigns: &[CampaignId],
    ) -> Result<Vec<CampaignRow>, AppError>;

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
