//! What is set on a campaign's page, and its launch.

pub(crate) mod launch;
mod save;
pub(crate) mod settings;

#[cfg(test)]
mod tests;

use super::{Store, StoreError};
use app::domain::{Admin, CampaignId, OrganizationId, TeamId};
use app::error::AppError;
use app::ports::{CampaignSettings, CampaignSetup};
use async_trait::async_trait;
use chrono::NaiveDate;

/// Launches a draft that lacks nothing, for whoever may run commands on the database.
///
/// # Errors
/// No such campaign; no draft; something is missing.
pub async fn launch(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
) -> Result<(), StoreError> {
    launch::launch(store, organization, campaign).await
}

#[async_trait]
impl CampaignSetup for Store {
    async fn settings(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
    ) -> Result<CampaignSettings, AppError> {
        Ok(settings::settings(self, viewer.organization, campaign).await?)
    }

    async fn save_script(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        version: i32,
        script: &str,
        due_on: Option<NaiveDate>,
    ) -> Result<(), AppError> {
        let organization = viewer.organization;
        Ok(save::script(self, organization, campaign, version, script, due_on).await?)
    }

    async fn save_teams(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        version: i32,
        restricted: bool,
        teams: Vec<TeamId>,
        confirmed: bool,
    ) -> Result<(), AppError> {
        let organization = viewer.organization;
        let teams = save::Teams {
            restricted,
            teams: &teams,
            confirmed,
        };
        Ok(save::teams(self, organization, campaign, version, teams).await?)
    }

    async fn launch(&self, viewer: &Admin, campaign: CampaignId) -> Result<(), AppError> {
        Ok(launch::launch(self, viewer.organization, campaign).await?)
    }
}
