//! Figures: what became of campaigns, what texters did, and where the organization stands.
//!
//! Moments are first put into quarters of an hour and then into the hours of a zone: to convert each one by itself took
//! as long as reading it. A quarter, because there are zones that are so much off.

mod campaign;
mod counted;
mod filtered;
mod hours;
mod organization;
mod texter;

#[cfg(test)]
mod tests;

use super::Store;
use app::domain::{
    Admin, CampaignFigures, CampaignId, MemberId, OrganizationFigures, TexterFigures,
};
use app::error::AppError;
use app::ports::Figures;
use async_trait::async_trait;

#[async_trait]
impl Figures for Store {
    async fn of_campaign(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
    ) -> Result<CampaignFigures, AppError> {
        Ok(campaign::figures(self, viewer.organization, campaign).await?)
    }

    async fn many_filtered(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
    ) -> Result<Option<u32>, AppError> {
        Ok(filtered::many_filtered(self, viewer.organization, campaign).await?)
    }

    async fn of_texter(&self, viewer: &Admin, member: MemberId) -> Result<TexterFigures, AppError> {
        Ok(texter::figures(self, viewer.organization, member).await?)
    }

    async fn of_organization(&self, viewer: &Admin) -> Result<OrganizationFigures, AppError> {
        Ok(organization::figures(self, viewer.organization).await?)
    }
}
