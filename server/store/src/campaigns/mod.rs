//! Campaigns and their counts.

mod answer_times;
mod auto_release_failure;
pub(crate) mod autoassign;
pub(crate) mod counts;
pub(crate) mod deadlines;
mod list;
mod live_state;
pub(crate) mod next_due;
mod next_steps;
mod save_autoassign;

#[cfg(test)]
mod tests;

use super::Store;
use app::domain::{
    Admin, AnswerTimes, AutoassignMode, AutoassignWindow, CampaignId, CampaignLiveState,
    CampaignRow, ImportReport, NextSteps,
};
use app::error::AppError;
use app::ports::{CampaignPage, Campaigns};
use async_trait::async_trait;

pub use auto_release_failure::{auto_release_failed, auto_release_succeeded};
pub use counts::counts;
pub use next_due::{NextDue, next_due};

#[async_trait]
impl Campaigns for Store {
    async fn list(
        &self,
        viewer: &Admin,
        after: Option<CampaignId>,
    ) -> Result<CampaignPage, AppError> {
        Ok(list::list(self, viewer.organization, after).await?)
    }

    async fn next_steps(&self, viewer: &Admin) -> Result<NextSteps, AppError> {
        Ok(next_steps::next_steps(self, viewer.organization).await?)
    }

    async fn find(&self, viewer: &Admin, campaign: CampaignId) -> Result<CampaignRow, AppError> {
        Ok(list::find(self, viewer.organization, campaign).await?)
    }

    async fn live_state(
        &self,
        viewer: &Admin,
        campaigns: &[CampaignId],
    ) -> Result<Vec<CampaignLiveState>, AppError> {
        Ok(live_state::live_state(self, viewer.organization, campaigns).await?)
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
