//! The port of figures: what became of campaigns, what texters did, and where the organization stands.

use crate::domain::{
    Admin, CampaignFigures, CampaignId, MemberId, OrganizationFigures, TexterFigures,
};
use crate::error::AppError;
use async_trait::async_trait;

/// Counts in the viewer's organization. Admins only.
#[async_trait]
pub trait Figures: Send + Sync {
    /// What became of a campaign's contacts and texts; if counting takes long, as it was counted a little while ago.
    ///
    /// # Errors
    /// Not in this organization; it could not be counted in time; the database.
    async fn of_campaign(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
    ) -> Result<CampaignFigures, AppError>;

    /// How many of a campaign's texts carriers have filtered, if these are many, as
    /// [`TextFigures::many_filtered`](crate::domain::TextFigures::many_filtered) says.
    ///
    /// # Errors
    /// It could not be counted in time; the database.
    async fn many_filtered(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
    ) -> Result<Option<u32>, AppError>;

    /// What a member did over the last days.
    ///
    /// # Errors
    /// No such member; it could not be counted in time; the database.
    async fn of_texter(&self, viewer: &Admin, member: MemberId) -> Result<TexterFigures, AppError>;

    /// Where the organization stands, and what it did over the last days.
    ///
    /// # Errors
    /// It could not be counted in time; the database.
    async fn of_organization(&self, viewer: &Admin) -> Result<OrganizationFigures, AppError>;
}
