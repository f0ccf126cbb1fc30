//! The bar under the table of campaigns: what can be done to those that are chosen.

use super::list_query::list_url;
use crate::api::campaigns::ChosenChange;
use crate::domain::{CampaignKey, CampaignQuery, CampaignTab};
use leptos::prelude::*;
use sentences::{admin, page};

/// The form that the checkboxes of the rows belong to, which leads to the page that asks once more. The style sheet
/// shows its buttons once something is chosen, and counts.
#[component]
pub(super) fn ChosenBar(
    asked: CampaignQuery,
    after: Option<CampaignKey>,
    /// How many campaigns are on the page.
    rows: usize,
) -> impl IntoView {
    let tab = asked.tab;
    let back = list_url(&asked, after);
    let sign = if back.contains('?') { "&" } else { "?" };
    let all = [back.as_str(), sign, "chosen=all"].concat();
    let none = back.clone();
    let buttons = ChosenChange::ALL
        .into_iter()
        .filter(|change| tab != CampaignTab::Archived || *change != ChosenChange::Archive)
        .map(|change| {
            let words = match change {
                ChosenChange::AutoAssignOn => page::turn_its_auto_assign_on(),
                ChosenChange::AutoAssignOff => page::turn_its_auto_assign_off(),
                ChosenChange::Autoassign => admin::autoassign_mode(),
                ChosenChange::Archive => page::archive(),
            };
            view! { <button class="button" name="change" value=change.as_str()>{words}</button> }
        })
        .collect_view();
    // A page has 50 rows, so it fits.
    let rows = u32::try_from(rows).unwrap_or(u32::MAX);
    view! {
        <form id="chosen" method="get" action="/campaigns/chosen" class="chosen-bar" aria-label=page::chosen_campaigns()>
            <input type="hidden" name="back" value=back/>
            <p class="chosen-count">{page::chosen_campaigns()}": "<span></span></p>
            <p class="chosen-hint">{page::choose_campaigns_to_change()}</p>
            <a class="chosen-all" href=all>{page::choose_all_of_this_page(rows)}</a>
            <a class="chosen-none" href=none>{page::choose_none()}</a>
            <span class="actions">{buttons}</span>
        </form>
    }
}
