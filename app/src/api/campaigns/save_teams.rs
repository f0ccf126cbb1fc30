use super::SaveFields;
use crate::domain::{CampaignId, TeamId};
use crate::error::AppError;
use leptos::prelude::*;

/// Saves which teams draw from a campaign, and whether nobody else does. Admins only.
///
/// # Errors
/// As [`crate::ports::CampaignSetup::save_teams`].
#[server(prefix = "/api", endpoint = "campaigns/save-teams")]
pub async fn save_teams(
    /// Of which campaign.
    campaign: CampaignId,
    /// How it is saved.
    #[server(default)]
    save: SaveFields,
    /// Only the chosen teams are given its texts.
    #[server(default)]
    restricted: bool,
    /// The chosen teams.
    #[server(default)]
    teams: Vec<TeamId>,
    /// Also if nobody can take its replies then.
    #[server(default)]
    confirmed: bool,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::admin()?;
    let setup = api::ports()?.campaign_setup;
    let chosen: Vec<String> = teams.iter().map(ToString::to_string).collect();
    let saved = setup
        .save_teams(
            &viewer,
            campaign,
            &(&save).into(),
            restricted,
            teams,
            confirmed,
        )
        .await;
    let page = format!("/campaigns/{campaign}");
    match saved {
        Ok(()) => {
            leptos_axum::redirect(&format!("{page}?done=teams"));
            Ok(())
        }
        Err(error) => {
            let restricted = restricted.to_string();
            let fields = [
                ("version", &*save.version),
                ("restricted", &*restricted),
                ("teams", &*chosen.join(",")),
            ];
            Err(api::redisplay(&page, "teams", &fields, error))
        }
    }
}
