//! The table of campaigns.

use super::headline::Headline;
use super::live_row::LiveRow;
use super::row::{Auto, Row};
use crate::domain::{AutoassignWindow, CampaignId, CampaignNow, CampaignRow};
use crate::islands::autoassign::AutoassignDialog;
use crate::islands::browser::{elapsed_seconds, subscribe};
use crate::islands::connection_mark::ConnectionMark;
use crate::islands::handed::{Handed, handed};
use crate::islands::packed::read;
use leptos::prelude::*;

/// A page of campaigns as it is made.
impl Handed for Vec<CampaignRow> {
    const ID: &'static str = "handed-campaigns";
}

/// A page of campaigns whose figures and switches change by themselves, each row by its own signal.
#[island]
pub fn CampaignTable() -> impl IntoView {
    let campaigns: Vec<CampaignRow> = handed();
    let elapsed = elapsed_seconds();
    let rows: Vec<_> = campaigns
        .iter()
        .map(|campaign| {
            let row = LiveRow {
                counts: campaign.counts,
                told_at: 0,
            };
            let auto = Auto {
                assign: campaign.auto_assign,
                release: campaign.auto_release,
            };
            (RwSignal::new(row), RwSignal::new(auto))
        })
        .collect();
    let signals = rows.clone();
    let rows = StoredValue::new(rows);
    let now = move || {
        rows.with_value(|rows| {
            rows.iter()
                .map(|(row, _)| row.get_untracked())
                .collect::<Vec<_>>()
        })
    };
    let of = move |campaign: CampaignId| {
        rows.with_value(|rows| {
            rows.iter()
                .find(|(row, _)| row.get_untracked().counts.campaign == campaign)
                .copied()
        })
    };
    let sum = RwSignal::new(LiveRow::sum(now().into_iter(), 0));
    let most = RwSignal::new(most_waiting(&now()));
    let told = move |_: &str, data: String| {
        let told_at = elapsed.get_untracked();
        for CampaignNow { counts, autoassign } in
            read::<Vec<CampaignNow>>(&data).unwrap_or_default()
        {
            if let Some((row, auto)) = of(counts.campaign) {
                row.set(LiveRow { counts, told_at });
                auto.set(Auto::told(autoassign));
            }
        }
        let now = now();
        most.set(most_waiting(&now));
        sum.set(LiveRow::sum(now.into_iter(), told_at));
    };
    let connection = subscribe(address(&campaigns), &["counts"], told);
    let body = campaigns
        .into_iter()
        .zip(signals)
        .map(|(campaign, (row, auto))| {
            view! { <Row campaign auto row elapsed most/> }
        })
        .collect_view();
    let known = move |campaign, window: AutoassignWindow| {
        if let Some((_, auto)) = of(campaign) {
            auto.set(Auto::told(window));
        }
    };
    view! {
        <div class="pulse">
            <Headline sum elapsed/>
            <ConnectionMark connection/>
        </div>
        <table class="campaigns" role="table">
            <caption class="quiet-caption">"Campaigns and how many people wait on each"</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">"Campaign"</th>
                    <th role="columnheader" scope="col">"Contacts"</th>
                    <th role="columnheader" scope="col">"Unsent"</th>
                    <th role="columnheader" scope="col">"Unhandled"</th>
                    <th role="columnheader" scope="col">"In the pool"</th>
                    <th role="columnheader" scope="col">"Oldest wait"</th>
                    <th role="columnheader" scope="col"><span class="quiet-caption">"Actions"</span></th>
                </tr>
            </thead>
            <tbody role="rowgroup">{body}</tbody>
        </table>
        <AutoassignDialog known/>
    }
}

fn most_waiting(rows: &[LiveRow]) -> u32 {
    rows.iter().map(LiveRow::waiting).max().unwrap_or(0)
}

fn address(campaigns: &[CampaignRow]) -> String {
    let ids: Vec<_> = campaigns
        .iter()
        .map(|campaign| campaign.counts.campaign.to_string())
        .collect();
    ["/events/campaigns?ids=", &ids.join(",")].concat()
}
