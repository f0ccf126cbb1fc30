//! The row of one campaign.

use super::bar::Bar;
use super::live_row::LiveRow;
use super::menu_button::MenuButton;
use crate::components::{Wait, derive};
use crate::domain::{AutoReleaseStatus, AutoassignWindow};
use crate::islands::autoassign::AutoReleaseLine;
use crate::view_models::{CampaignTableRow, Mark};
use leptos::prelude::*;
use sentences::admin;

/// What happens on a campaign by itself.
#[derive(Debug, Clone, Copy)]
pub struct Auto {
    /// Whether its conversations are handed out through the request form.
    pub assign: bool,
    /// What automatic release is doing.
    pub release: AutoReleaseStatus,
    /// Whether it is paused.
    pub paused: bool,
}

impl Auto {
    /// From the Autoassign Mode window.
    pub fn from_window(window: AutoassignWindow, paused: bool) -> Self {
        Self {
            assign: window.mode.auto_assign,
            release: window.status,
            paused,
        }
    }
}

/// A row: a checkbox by which it is chosen, its marks and what automatic release does, and the live figures. The roles
/// are said anew, because on a phone the row is laid out as a card, and browsers then forget that it is one.
#[component]
pub fn Row(
    campaign: CampaignTableRow,
    chosen: bool,
    auto: RwSignal<Auto>,
    marks: RwSignal<Vec<Mark>>,
    row: RwSignal<LiveRow>,
    elapsed: ReadSignal<u32>,
    most: RwSignal<u32>,
) -> impl IntoView {
    let archived = campaign.archived;
    let id = campaign.counts.campaign;
    let title = campaign.title.clone();
    let [classes, states] = {
        let [running, paused] = campaign.state;
        [[running.class, paused.class], [running.words, paused.words]]
    };
    let now = move |of: [String; 2]| {
        derive(move || {
            let [running, paused] = of.clone();
            if auto.get().paused { paused } else { running }
        })
    };
    let marks = move || {
        marks
            .get()
            .into_iter()
            .map(|mark| {
                let whole = mark.words.clone();
                view! { <span class=mark.class title=whole>{mark.words}</span> }
            })
            .collect_view()
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
                // Belongs to the form behind the table.
                <input type="checkbox" class="choose" name="campaigns" form="chosen" value=id.to_string() checked=chosen aria-label=admin::choose_campaign(&title)/>
                <a href=["/campaigns/", &id.to_string()].concat()>{campaign.title}</a>
                <div class="campaign-state">
                    <span class=now(classes)>{now(states)}</span>
                    {marks}
                    <span class="tag" hidden=derive(move || archived || auto.get().assign)>{admin::auto_assign_off_mark()}</span>
                    <div hidden=archived><AutoReleaseLine status=derive(move || auto.get().release)/></div>
                </div>
            </th>
            <td role="cell" data-label=admin::contacts()>{campaign.contacts}</td>
            <td role="cell" data-label=admin::unsent()>{figure(|row| row.counts.unsent)}</td>
            <td role="cell" data-label=admin::unhandled()>{figure(|row| row.counts.unhandled)}</td>
            <td role="cell" data-label=admin::in_the_pool()>{figure(|row| row.counts.in_pool)}</td>
            <td role="cell" class="waits" data-label=admin::oldest_wait()>
                <Bar row most/>
                <Wait age=oldest/>
                <span class="muted" hidden=derive(move || row.with(|row| row.counts.oldest_wait.is_some()))>{nobody}</span>
            </td>
            <td role="cell" class="does"><MenuButton campaign=id title auto_assign=derive(move || auto.get().assign)/></td>
        </tr>
    }
}
