//! The page that asks whether to change the chosen campaigns.

use super::chosen_autoassign::ChosenAutoassign;
use super::chosen_switches::ChosenSwitches;
use crate::api;
use crate::api::campaigns::{ChangeChosen, ChosenChange, list_page};
use crate::components::EmptyState;
use crate::domain::{CampaignId, CampaignRow, CampaignState, ChosenCampaigns};
use crate::error::AppError;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::{query, query_as};
use crate::pages::see_other::see_other;
use crate::view_models::obstacle_mark_words;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_router::hooks::use_query_map;
use sentences::{admin, island, page};

/// What would be done, to how many and to which, and the form that does it. Without a change that it knows it leads
/// back to the list.
#[component]
pub fn ChosenCampaignsPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let back = list_page(&query("back").unwrap_or_default()).to_owned();
        let Some(change) = query_as::<ChosenChange>("change") else {
            see_other(&back);
            return Ok(().into_any());
        };
        let chosen = ChosenCampaigns::new(chosen_ids());
        let campaigns = api::ports()?.campaigns;
        let rows = campaigns.some(&viewer, chosen.ids()).await?;
        let changing = rows.iter().filter(|row| !is_so_already(row, change));
        // No more are chosen than a page can hold, so it fits.
        let count = u32::try_from(changing.count()).unwrap_or(u32::MAX);
        let heading = heading(change, count);
        let autoassign = match change {
            ChosenChange::Autoassign => Some(ChosenAutoassign::read(&viewer, &rows).await?),
            _ => None,
        };
        let content = if rows.is_empty() {
            view! { <EmptyState title=page::no_campaign_is_chosen() text=page::choose_campaigns_to_change()/> }
                .into_any()
        } else {
            view! { <Question change rows count autoassign back=back.clone()/> }.into_any()
        };
        Ok::<_, AppError>(
            view! {
                <Page title=heading.clone() viewer=Some(viewer.into()) class="narrow">
                    <p class="back"><a href=back>{page::campaigns()}</a></p>
                    <h1>{heading}</h1>
                    {content}
                </Page>
            }
            .into_any(),
        )
    })
}

/// The ids in the address: of the boxes that were ticked, or of the form below.
fn chosen_ids() -> Vec<CampaignId> {
    let query = use_query_map().get_untracked();
    let ids = query
        .into_iter()
        .filter(|(name, _)| name == "campaigns" || name.starts_with("campaigns["));
    ids.filter_map(|(_, id)| id.parse().ok()).collect()
}

/// The form, and the campaigns, each with what would be released on it and what speaks against it.
#[component]
fn Question(
    change: ChosenChange,
    rows: Vec<CampaignRow>,
    count: u32,
    autoassign: Option<ChosenAutoassign>,
    back: String,
) -> impl IntoView {
    let ids = rows
        .iter()
        .enumerate()
        .map(|(index, row)| {
            let id = row.counts.campaign.to_string();
            view! { <input type="hidden" name=format!("campaigns[{index}]") value=id/> }
        })
        .collect_view();
    let lead = match change {
        ChosenChange::AutoAssignOn => admin::auto_assign_is_on(),
        ChosenChange::AutoAssignOff => admin::auto_assign_is_off(),
        ChosenChange::Autoassign => page::what_is_chosen_is_set_on_each(),
        ChosenChange::Archive => page::what_archiving_does(),
    };
    let waiting: u32 = match change {
        ChosenChange::Archive => rows.iter().map(waiting).sum(),
        _ => 0,
    };
    let confirm = (waiting > 0).then(|| {
        view! {
            <label class="confirm-checkbox">
                <input type="checkbox" name="confirmed" value="true"/>
                <span>{page::archive_also_where_people_wait(waiting)}</span>
            </label>
        }
    });
    let mut lines = Vec::new();
    let parts = autoassign.map(|mut autoassign| {
        lines = std::mem::take(&mut autoassign.lines);
        let update = view! {
            <p class="actions">
                <button class="button" formmethod="get" formaction="/campaigns/chosen" name="preview" value="autoassign">
                    {page::update_the_preview()}
                </button>
            </p>
        };
        (view! { <ChosenSwitches autoassign/> }, update)
    });
    let (fields, update) = parts.unzip();
    let mut lines = lines.into_iter();
    let entries = rows
        .into_iter()
        .map(|row| {
            let lines = lines.next().unwrap_or_default().into_iter();
            let lines = lines.map(|line| view! { <p>{line}</p> }).collect_view();
            let note = if is_so_already(&row, change) {
                Some(page::is_like_that_already().to_owned())
            } else if change == ChosenChange::Archive && waiting_on(&row) > 0 {
                Some(page::people_wait_here(waiting_on(&row)))
            } else {
                not_handed_out(&row, change)
            };
            view! { <li class="row"><div class="row-main"><strong>{row.title}</strong>{lines}{note.map(|note| view! { <p>{note}</p> })}</div></li> }
        })
        .collect_view();
    view! {
        <form method="post" action=ChangeChosen::PATH class="card autoassign" data-unsaved="autoassign">
            <p>{lead}</p>
            {ids}
            <input type="hidden" name="change" value=change.as_str()/>
            <input type="hidden" name="back" value=back.clone()/>
            {fields}
            {confirm}
            <div class="dialog-actions">
                <a class="button" href=back data-discard="">{island::cancel()}</a>
                <button class="button primary" disabled={count == 0}>{button(change)}</button>
            </div>
            // Behind **Save**, which is the button that Enter presses.
            {update}
        </form>
        <h2>{page::chosen_campaigns()}</h2>
        <ul class="rows" aria-label=page::chosen_campaigns()>{entries}</ul>
    }
}

/// Whether there is nothing to change. Of Autoassign Mode that is not known before both switches are set.
fn is_so_already(row: &CampaignRow, change: ChosenChange) -> bool {
    match change {
        ChosenChange::AutoAssignOn => row.autoassign.mode.auto_assign,
        ChosenChange::AutoAssignOff => !row.autoassign.mode.auto_assign,
        ChosenChange::Autoassign => false,
        ChosenChange::Archive => row.state == CampaignState::Archived,
    }
}

/// Why nobody could request its replies although auto-assign is switched on.
fn not_handed_out(row: &CampaignRow, change: ChosenChange) -> Option<String> {
    if !matches!(
        change,
        ChosenChange::AutoAssignOn | ChosenChange::Autoassign
    ) {
        return None;
    }
    let obstacles = row.obstacles.iter().copied();
    let marks: Vec<&str> = obstacles.filter_map(obstacle_mark_words).collect();
    (!marks.is_empty()).then(|| marks.join(" · "))
}

fn waiting_on(row: &CampaignRow) -> u32 {
    row.counts.unhandled.saturating_add(row.counts.in_pool)
}

fn waiting(row: &CampaignRow) -> u32 {
    match row.state {
        CampaignState::Archived => 0,
        _ => waiting_on(row),
    }
}

fn heading(change: ChosenChange, count: u32) -> String {
    match change {
        ChosenChange::AutoAssignOn => page::auto_assign_on_for_chosen(count),
        ChosenChange::AutoAssignOff => page::auto_assign_off_for_chosen(count),
        ChosenChange::Autoassign => page::autoassign_mode_of_chosen(count),
        ChosenChange::Archive => page::archive_chosen(count),
    }
}

fn button(change: ChosenChange) -> &'static str {
    match change {
        ChosenChange::AutoAssignOn => page::turn_its_auto_assign_on(),
        ChosenChange::AutoAssignOff => page::turn_its_auto_assign_off(),
        ChosenChange::Autoassign => admin::save(),
        ChosenChange::Archive => page::archive(),
    }
}
