//! Campaigns and their counts.

mod answer_times;
mod auto_release_failure;
pub(crate) mod autoassign;
mod autoassign_before;
pub(crate) mod counts;
pub(crate) mod deadlines;
pub(crate) mod next_due;
mod next_steps;
mod obstacles;
pub(crate) mod rows;
mod save_autoassign;
pub(crate) mod search;
mod tabs;

#[cfg(test)]
mod tests;

use super::Store;
use app::domain::{
    Admin, AnswerTimes, AutoassignMode, AutoassignWindow, CampaignId, CampaignKey, CampaignQuery,
    CampaignRow, CampaignTitle, ImportReport, NextSteps,
};
use app::error::AppError;
use app::ports::{CampaignPage, CampaignTabs, Campaigns};
use async_trait::async_trait;

pub use auto_release_failure::{auto_release_failed, auto_release_succeeded};
pub(crate) use autoassign_before::AutoassignBefore;
pub use counts::counts;
pub use next_due::{NextDue, next_due};

#[async_trait]
impl Campaigns for Store {
    async fn list(
        &self,
        viewer: &Admin,
        query: &CampaignQuery,
        after: Option<CampaignKey>,
    ) -> Result<CampaignPage, AppError> {
        let organization = viewer.organization;
        let (found, next) = search::search(self, organization, query, after, search::PAGE).await?;
        let rows = rows::rows(self, organization, &found).await?;
        Ok(CampaignPage { rows, next })
    }

    async fn tabs(&self, viewer: &Admin) -> Result<CampaignTabs, AppError> {
        Ok(tabs::tabs(self, viewer.organization).await?)
    }

    async fn newest(&self, viewer: &Admin) -> Result<Vec<CampaignTitle>, AppError> {
        Ok(tabs::newest(self, viewer.organization).await?)
    }

    async fn some(
        &self,
        viewer: &Admin,
        campaigns: &[CampaignId],
    ) -> Result<Vec<CampaignRow>, AppError> {
        Ok(rows::rows(self, viewer.organization, campaigns).await?)
    }

    async fn next_steps(&self, viewer: &Admin) -> Result<NextSteps, AppError> {
        Ok(next_steps::next_steps(self, viewer.organization).await?)
    }

    async fn find(&self, viewer: &Admin, campaign: CampaignId) -> Result<CampaignRow, AppError> {
        let rows = rows::rows(self, viewer.organization, &[campaign]).await?;
        rows.into_iter().next().ok_or(AppError::NotFound)
    }

    async fn import_report(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        import: i64,
    ) -> Result<ImportReport, AppError> {
        Ok(super::contacts::report(self, viewer.organization, campaign, import).await?)
    }

    async fn answer_times(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
    ) -> Result<AnswerTimes, AppError> {
        Ok(answer_times::answer_times(self, viewer.organization, campaign).await?)
    }

    async fn autoassign(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
    ) -> Result<AutoassignWindow, AppError> {
        Ok(autoassign::window(self, viewer.organization, campaign).await?)
    }

    async fn save_autoassign(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        version: i32,
        mode: AutoassignMode,
    ) -> Result<AutoassignWindow, AppError> {
        let organization = viewer.organization;
        save_autoassign::save(self, viewer.actor(), campaign, version, mode).await?;
        Ok(autoassign::window(self, organization, campaign).await?)
    }
}
