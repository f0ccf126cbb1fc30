//! The row of one campaign.

use super::bar::Bar;
use super::live_row::LiveRow;
use super::menu::Menu;
use crate::components::{Wait, derive};
use crate::domain::{AutoReleaseStatus, AutoassignWindow, CampaignRow, CampaignState, Requesters};
use crate::islands::autoassign::AutoReleaseLine;
use leptos::prelude::*;
use sentences::admin;

/// What happens on a campaign by itself.
#[derive(Debug, Clone, Copy)]
pub struct Auto {
    /// Whether its conversations are handed out through the request form.
    pub assign: bool,
    /// What automatic release is doing.
    pub release: AutoReleaseStatus,
}

impl Auto {
    /// From the Autoassign Mode window.
    pub fn from_window(window: AutoassignWindow) -> Self {
        Self {
            assign: window.mode.auto_assign,
            release: window.status,
        }
    }
}

/// A row: its state, what differs from a campaign that is auto-assigned to everyone, and the live figures.
/// The roles are said anew, because on a phone the row is laid out as a card, and browsers then forget that it is one.
#[component]
pub fn Row(
    campaign: CampaignRow,
    auto: RwSignal<Auto>,
    row: RwSignal<LiveRow>,
    elapsed: ReadSignal<u32>,
    most: RwSignal<u32>,
) -> impl IntoView {
    let state = match campaign.state {
        CampaignState::Draft => "tag tag-draft",
        CampaignState::Started => "tag tag-started",
        CampaignState::Paused => "tag tag-running",
        CampaignState::Archived => "tag tag-archived",
    };
    let archived = campaign.state == CampaignState::Archived;
    let id = campaign.counts.campaign;
    let title = campaign.title.clone();
    let (requesters, requesters_tag) = match campaign.requesters {
        Requesters::Everyone => ("", "tag"),
        Requesters::Nobody if !archived => (admin::teams_only_without_members(), "tag tag-failed"),
        Requesters::Teams | Requesters::Nobody => (admin::teams_only(), "tag"),
    };
    // What the preview of its release says too.
    let nobody = if archived {
        admin::nothing_is_released()
    } else {
        admin::no_one_waiting()
    };
    let figure = move |of: fn(&LiveRow) -> u32| derive(move || sentences::number(row.with(of)));
    let oldest = derive(move || row.with(|row| row.oldest_wait(elapsed.get())));
    view! {
        <tr role="row">
            <th role="rowheader" scope="row">
                <a href=["/campaigns/", &id.to_string()].concat()>{campaign.title}</a>
                <div class="campaign-state">
                    <span class=state>{campaign.state.to_string()}</span>
                    <span class="tag" hidden=derive(move || archived || auto.get().assign)>{admin::auto_assign_off_mark()}</span>
                    <span class=requesters_tag hidden=requesters.is_empty()>{requesters}</span>
                    <div hidden=archived><AutoReleaseLine status=derive(move || auto.get().release)/></div>
                </div>
            </th>
            <td role="cell" data-label=admin::contacts()>{sentences::number(campaign.contacts)}</td>
            <td role="cell" data-label=admin::unsent()>{figure(|row| row.counts.unsent)}</td>
            <td role="cell" data-label=admin::unhandled()>{figure(|row| row.counts.unhandled)}</td>
            <td role="cell" data-label=admin::in_the_pool()>{figure(|row| row.counts.in_pool)}</td>
            <td role="cell" class="waits" data-label=admin::oldest_wait()>
                <Bar row most/>
                <Wait age=oldest/>
                <span class="muted" hidden=derive(move || row.with(|row| row.counts.oldest_wait.is_some()))>{nobody}</span>
            </td>
            <td role="cell" class="does"><Menu campaign=id title/></td>
        </tr>
    }
}
