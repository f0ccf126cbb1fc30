use crate::domain::CampaignId;
use crate::error::AppError;
use leptos::prelude::*;

/// Starts the second pass of a campaign. Admins only.
///
/// # Errors
/// Days that are none; as [`crate::ports::SecondPasses::start_second_pass`].
#[server(prefix = "/api", endpoint = "campaigns/second-pass")]
pub async fn start_second_pass(
    /// Which campaign.
    campaign: CampaignId,
    /// How many days old the last text of its contacts has to be.
    days: String,
) -> Result<(), AppError> {
    use crate::api;
    use crate::domain::SecondPassDays;
    use crate::field_errors::FieldErrors;
    use sentences::page;
    let viewer = api::admin()?;
    let page = format!("/campaigns/{campaign}/second-pass");
    let Ok(days) = days.parse::<SecondPassDays>() else {
        let errors = FieldErrors::one("days", page::second_pass_days_are_not_valid());
        let fields = [("days", &*days)];
        let error = AppError::Fields(errors);
        return Err(api::redisplay(&page, "second-pass", &fields, error));
    };
    let passes = api::ports()?.second_passes;
    let progress = passes.start_second_pass(&viewer, campaign, days).await?;
    // One that took nobody is in no history.
    leptos_axum::redirect(&match progress.released_nothing() {
        true => format!("/releases?nothing={}", progress.kind.as_str()),
        false => format!("/releases/{}", progress.release),
    });
    Ok(())
}
