//! What became of the campaigns that were chosen, above the list that they were chosen from.

use crate::api;
use crate::api::campaigns::{ChosenChange, parse_left_alone};
use crate::components::form_error;
use crate::domain::{Admin, CampaignId, CampaignRow, ChosenCampaigns, LeftAlone};
use crate::error::AppError;
use crate::pages::query::query_as;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use sentences::page;

/// How many were changed, and for each reason which were not, by title; nothing, if the address tells of no change.
pub(super) async fn changes_notice(viewer: &Admin) -> Result<AnyView, AppError> {
    let done = query_as::<ChosenChange>("done").filter(|_| form_error().is_none());
    let changed = query_as::<u32>("changed");
    let (Some(done), Some(changed)) = (done, changed) else {
        return Ok(view! { <div role="status"></div> }.into_any());
    };
    let left = use_query_map().read_untracked().get_all("left");
    let left: Vec<(CampaignId, LeftAlone)> = left
        .into_iter()
        .flatten()
        .filter_map(|text| parse_left_alone(&text))
        .take(ChosenCampaigns::MAX)
        .collect();
    let ids = ChosenCampaigns::new(left.iter().map(|(campaign, _)| *campaign));
    let titles = if ids.ids().is_empty() {
        Vec::new()
    } else {
        api::ports()?.campaigns.some(viewer, ids.ids()).await?
    };
    let reasons: Vec<String> = LeftAlone::ALL
        .into_iter()
        .filter_map(|why| left_words(why, &left, &titles))
        .collect();
    let class = if reasons.is_empty() {
        "notice notice-good"
    } else {
        "notice"
    };
    let reasons = reasons
        .into_iter()
        .map(|words| view! { <br/>{words} })
        .collect_view();
    Ok(view! { <div role="status"><p class=class>{changed_words(done, changed)}{reasons}</p></div> }.into_any())
}

fn changed_words(done: ChosenChange, changed: u32) -> String {
    match done {
        ChosenChange::AutoAssignOn => page::auto_assign_was_turned_on(changed),
        ChosenChange::AutoAssignOff => page::auto_assign_was_turned_off(changed),
        ChosenChange::Autoassign => page::autoassign_mode_was_saved(changed),
        ChosenChange::Archive => page::campaigns_were_archived(changed),
    }
}

/// Which were left alone for this reason, if any were.
fn left_words(
    why: LeftAlone,
    left: &[(CampaignId, LeftAlone)],
    rows: &[CampaignRow],
) -> Option<String> {
    let of = left.iter().filter(|(_, reason)| *reason == why);
    let ids: Vec<CampaignId> = of.map(|(campaign, _)| *campaign).collect();
    if why == LeftAlone::NotFound {
        // At most as many as can be chosen, so it fits.
        let count = u32::try_from(ids.len()).unwrap_or(u32::MAX);
        return (count > 0).then(|| page::left_not_found(count));
    }
    let titles: Vec<&str> = rows
        .iter()
        .filter(|row| ids.contains(&row.counts.campaign))
        .map(|row| row.title.as_str())
        .collect();
    let titles = titles.join(", ");
    (!titles.is_empty()).then(|| match why {
        LeftAlone::SomebodyWaits => page::left_because_somebody_waits(&titles),
        LeftAlone::SavedMeanwhile => page::left_because_saved_meanwhile(&titles),
        LeftAlone::Already => page::left_because_already(&titles),
        LeftAlone::NotNow | LeftAlone::NotFound => page::left_for_now(&titles),
    })
}
