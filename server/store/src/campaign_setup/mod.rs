//! What is set on a campaign's page, and its launch.

pub(crate) mod launch;
mod save;
pub(crate) mod settings;

#[cfg(test)]
mod tests;

use super::{Store, authorize};
use app::domain::{CampaignId, TeamId, Viewer};
use app::error::AppError;
use app::ports::{CampaignSettings, CampaignSetup};
use async_trait::async_trait;
use chrono::NaiveDate;

#[async_trait]
impl CampaignSetup for Store {
    async fn settings(
        &self,
        viewer: &Viewer,
        campaign: CampaignId,
    ) -> Result<CampaignSettings, AppError> {
        authorize::admin(viewer)?;
        Ok(settings::settings(self, viewer.organization, campaign).await?)
    }

    async fn save_script(
        &self,
        viewer: &Viewer,
        campaign: CampaignId,
        version: i32,
        script: &str,
        due_on: Option<NaiveDate>,
    ) -> Result<(), AppError> {
        authorize::admin(viewer)?;
        let organization = viewer.organization;
        Ok(save::script(self, organization, campaign, version, script, due_on).await?)
    }

    async fn save_teams(
        &self,
        viewer: &Viewer,
        campaign: CampaignId,
        version: i32,
        restricted: bool,
        teams: Vec<TeamId>,
    ) -> Result<(), AppError> {
        authorize::admin(viewer)?;
        let organization = viewer.organization;
        Ok(save::teams(self, organization, campaign, version, restricted, &teams).await?)
    }

    async fn launch(&self, viewer: &Viewer, campaign: CampaignId) -> Result<(), AppError> {
        authorize::admin(viewer)?;
        Ok(launch::launch(self, viewer.organization, campaign).await?)
    }
}
