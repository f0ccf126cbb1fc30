use crate::domain::{AutoassignWindow, CampaignId};
use crate::error::AppError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// The Autoassign Mode window as it is now. Admins only.
///
/// # Errors
/// As [`crate::ports::Campaigns::autoassign`].
#[server(prefix = "/api", endpoint = "campaigns/get-autoassign", output = Postcard)]
pub async fn get_autoassign(
    /// Of which campaign.
    campaign: CampaignId,
) -> Result<AutoassignWindow, AppError> {
    use crate::api;
    let viewer = api::admin()?;
    api::ports()?.campaigns.autoassign(&viewer, campaign).await
}
