#![expect(
    clippy::too_many_arguments,
    reason = "a server function has an argument for each field of its form"
)]

use crate::domain::CampaignId;
use crate::error::AppError;
use leptos::prelude::*;

/// Changes all of the chosen campaigns, and leads back to the list, which says what became of them. Admins only.
///
/// # Errors
/// No such change; the second switch is on without a valid interval; else as
/// [`crate::ports::CampaignSetup::change_chosen`].
#[server(prefix = "/api", endpoint = "campaigns/change-chosen")]
pub async fn change_chosen(
    /// Which campaigns.
    #[server(default)]
    campaigns: Vec<CampaignId>,
    /// What is done to them: a word of [`super::ChosenChange`].
    #[server(default)]
    change: String,
    /// Archive those on which people wait for an answer, too.
    #[server(default)]
    confirmed: bool,
    /// Hand their conversations out through the request form.
    #[server(default)]
    auto_assign: bool,
    /// Release their unhandled replies automatically.
    #[server(default)]
    auto_release: bool,
    /// When they are idle for so long: the fields of the interval picker, of which the first is minutes or `custom`.
    #[server(default)]
    interval: String,
    /// The custom number.
    #[server(default)]
    number: String,
    /// Its unit.
    #[server(default)]
    unit: String,
    /// The list from which they were chosen.
    #[server(default)]
    back: String,
) -> Result<(), AppError> {
    use super::ChosenChange;
    use crate::api;
    use crate::domain::{AutoassignMode, CampaignChange, ChosenCampaigns, IdleInterval};
    use crate::field_errors::FieldErrors;
    use sentences::page;
    let viewer = api::admin()?;
    let setup = api::ports()?.campaign_setup;
    let chosen = ChosenCampaigns::new(campaigns);
    let chosen_change: ChosenChange = change
        .parse()
        .map_err(|_| AppError::Invalid(page::no_such_change().to_owned()))?;
    let change = match chosen_change {
        ChosenChange::AutoAssignOn => CampaignChange::AutoAssign(true),
        ChosenChange::AutoAssignOff => CampaignChange::AutoAssign(false),
        ChosenChange::Archive => CampaignChange::Archive { confirmed },
        ChosenChange::Autoassign => {
            let picked = auto_release.then(|| IdleInterval::picked(&interval, &number, &unit));
            match picked.transpose() {
                Ok(auto_release) => CampaignChange::Autoassign(AutoassignMode {
                    auto_assign,
                    auto_release,
                }),
                Err(wrong) => {
                    let errors = FieldErrors::one("interval", &wrong.to_string());
                    let on = |on| if on { "true" } else { "" };
                    let fields = [
                        ("auto_assign", on(auto_assign)),
                        ("auto_release", on(auto_release)),
                        ("interval", interval.as_str()),
                        ("number", number.as_str()),
                        ("unit", unit.as_str()),
                    ];
                    let page = super::chosen_url(chosen_change, &chosen, &back);
                    let error = AppError::Fields(errors);
                    return Err(api::redisplay(&page, "autoassign", &fields, error));
                }
            }
        }
    };
    let changes = setup.change_chosen(&viewer, &chosen, change).await?;
    leptos_axum::redirect(&super::changes_url(chosen_change, &changes, &back));
    Ok(())
}
