//! Campaigns and their counts.

mod counts;
mod list;

#[cfg(test)]
mod tests;

use super::Store;
use app::domain::{
    AutoassignMode, AutoassignWindow, CampaignCounts, CampaignId, CampaignRow, ImportReport, Viewer,
};
use app::error::AppError;
use app::ports::{CampaignPage, Campaigns};
use async_trait::async_trait;

pub(crate) use counts::clamp;
pub use counts::counts;

#[async_trait]
impl Campaigns for Store {
    async fn list(
        &self,
        viewer: &Viewer,
        after: Option<CampaignId>,
    ) -> Result<CampaignPage, AppError> {
        Ok(list::list(self, viewer.organization, after).await?)
    }

    async fn find(&self, viewer: &Viewer, campaign: CampaignId) -> Result<CampaignRow, AppError> {
        Ok(list::find(self, viewer.organization, campaign).await?)
    }

    async fn counts(
        &self,
        viewer: &Viewer,
        campaigns: &[CampaignId],
    ) -> Result<Vec<CampaignCounts>, AppError> {
        Ok(counts(self, viewer.organization, campaigns).await?)
    }

    async fn import_report(
        &self,
        viewer: &Viewer,
        campaign: CampaignId,
        import: i64,
    ) -> Result<ImportReport, AppError> {
        Ok(super::contacts::report(self, viewer.organization, campaign, import).await?)
    }

    async fn autoassign(&self, _: &Viewer, _: CampaignId) -> Result<AutoassignWindow, AppError> {
        Err(AppError::Unavailable)
    }

    async fn save_autoassign(
        &self,
        _: &Viewer,
        _: CampaignId,
        _: i32,
        _: AutoassignMode,
    ) -> Result<AutoassignWindow, AppError> {
        Err(AppError::Unavailable)
    }
}
