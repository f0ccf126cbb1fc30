//! The live table of campaigns.

use super::bar::Legend;
use super::headline::Headline;
use super::live_row::LiveRow;
use super::row::{Auto, Row};
use crate::domain::{AutoassignWindow, CampaignId, Topic};
use crate::islands::autoassign::AutoassignDialog;
use crate::islands::browser::{elapsed_seconds, subscribe};
use crate::islands::connection_status::ConnectionStatus;
use crate::islands::encoded::decode;
use crate::islands::island_props::{IslandProps, island_props};
use crate::view_models::{CampaignLiveState, CampaignTableRow};
use leptos::prelude::*;
use sentences::admin;
use serde::{Deserialize, Serialize};

/// A page of campaigns as it is made.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct CampaignTableData {
    /// Its rows, in the order that was asked for.
    pub rows: Vec<CampaignTableRow>,
    /// Whether all of them are chosen to begin with.
    pub chosen: bool,
    /// What stands before how many people wait: "On these campaigns:", unless these are all on which anybody does.
    pub lead: String,
}

impl IslandProps for CampaignTableData {
    const ID: &'static str = "props-campaigns";
}

/// A page of campaigns whose figures and switches change by themselves, each row by its own signal. What changes so
/// moves no row and takes none away, whatever the page was ordered and filtered by: nothing jumps under a hand. The
/// next page that is loaded has the order of then.
#[island]
pub fn CampaignTable() -> impl IntoView {
    let CampaignTableData {
        rows: campaigns,
        chosen,
        lead,
    } = island_props();
    let elapsed = elapsed_seconds();
    let rows: Vec<_> = campaigns
        .iter()
        .map(|campaign| {
            let row = LiveRow {
                counts: campaign.counts,
                received_at: 0,
            };
            let auto = Auto {
                assign: campaign.auto_assign,
                release: campaign.auto_release,
                paused: campaign.paused,
            };
            let marks = RwSignal::new(campaign.marks.clone());
            (RwSignal::new(row), RwSignal::new(auto), marks)
        })
        .collect();
    let signals = rows.clone();
    let rows = StoredValue::new(rows);
    let current = move || {
        rows.with_value(|rows| {
            rows.iter()
                .map(|(row, ..)| row.get_untracked())
                .collect::<Vec<_>>()
        })
    };
    let signals_of = move |campaign: CampaignId| {
        rows.with_value(|rows| {
            rows.iter()
                .find(|(row, ..)| row.get_untracked().counts.campaign == campaign)
                .copied()
        })
    };
    let sum = RwSignal::new(LiveRow::sum(current().into_iter(), 0));
    let most = RwSignal::new(most_waiting(&current()));
    let on_event = move |_: &str, data: String| {
        let received_at = elapsed.get_untracked();
        for state in decode::<Vec<CampaignLiveState>>(&data).unwrap_or_default() {
            let counts = state.counts;
            if let Some((row, auto, marks)) = signals_of(counts.campaign) {
                row.set(LiveRow {
                    counts,
                    received_at,
                });
                auto.set(Auto::from_window(state.autoassign, state.paused));
                // They are made anew only when they say something else.
                if marks.with_untracked(|shown| *shown != state.marks) {
                    marks.set(state.marks);
                }
            }
        }
        let rows = current();
        most.set(most_waiting(&rows));
        sum.set(LiveRow::sum(rows.into_iter(), received_at));
    };
    let connection = subscribe(&topic(&campaigns), &["counts"], on_event);
    let body = campaigns
        .into_iter()
        .zip(signals)
        .map(|(campaign, (row, auto, marks))| {
            view! { <Row campaign chosen auto marks row elapsed most/> }
        })
        .collect_view();
    let on_change = move |campaign, window: AutoassignWindow| {
        if let Some((_, auto, _)) = signals_of(campaign) {
            let paused = auto.get_untracked().paused;
            auto.set(Auto::from_window(window, paused));
        }
    };
    view! {
        <div class="pulse">
            <Headline lead sum elapsed/>
            <Legend/>
            <ConnectionStatus connection/>
        </div>
        <table class="campaigns" role="table">
            <caption class="quiet-caption">{admin::campaigns_and_who_waits()}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">{admin::campaign()}</th>
                    <th role="columnheader" scope="col">{admin::contacts()}</th>
                    <th role="columnheader" scope="col">{admin::unsent()}</th>
                    <th role="columnheader" scope="col">{admin::unhandled()}</th>
                    <th role="columnheader" scope="col">{admin::in_the_pool()}</th>
                    <th role="columnheader" scope="col">{admin::oldest_wait()}</th>
                    <th role="columnheader" scope="col"><span class="quiet-caption">{admin::actions()}</span></th>
                </tr>
            </thead>
            <tbody role="rowgroup">{body}</tbody>
        </table>
        <AutoassignDialog on_change/>
    }
}

fn most_waiting(rows: &[LiveRow]) -> u32 {
    rows.iter().map(LiveRow::waiting).max().unwrap_or(0)
}

fn topic(campaigns: &[CampaignTableRow]) -> Topic {
    let ids = campaigns.iter().map(|campaign| campaign.counts.campaign);
    Topic::Campaigns(ids.collect())
}
