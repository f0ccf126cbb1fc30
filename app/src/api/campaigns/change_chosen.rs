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
    /// The Autoassign Mode of each as the page has shown it: [`crate::domain::AutoassignVersions`].
    #[server(default)]
    versions: String,
    /// Whether their conversations are handed out through the request form: `true`, `false`, or nothing, which leaves
    /// it as it is.
    #[server(default)]
    auto_assign: String,
    /// The same of whether their unhandled replies are released automatically.
    #[server(default)]
    auto_release: String,
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
    use super::{ChosenChange, parse_switch};
    use crate::api;
    use crate::domain::{
        AutoassignChange, AutoassignVersions, CampaignChange, ChosenCampaigns, IdleInterval,
    };
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
            let picked = match parse_switch(&auto_release) {
                Some(true) => {
                    let picked = IdleInterval::picked(&interval, &number, &unit);
                    picked.map(|interval| Some(Some(interval)))
                }
                Some(false) => Ok(Some(None)),
                None => Ok(None),
            };
            match picked {
                Ok(auto_release) => CampaignChange::Autoassign {
                    change: AutoassignChange {
                        auto_assign: parse_switch(&auto_assign),
                        auto_release,
                    },
                    loaded: versions.parse::<AutoassignVersions>().unwrap_or_default(),
                },
                Err(wrong) => {
                    let errors = FieldErrors::one("interval", &wrong.to_string());
                    let fields = [
                        ("versions", versions.as_str()),
                        ("auto_assign", auto_assign.as_str()),
                        ("auto_release", auto_release.as_str()),
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
