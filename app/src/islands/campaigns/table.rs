//! The table of campaigns.

use super::headline::Headline;
use super::live_row::LiveRow;
use super::row::{Auto, Row};
use crate::domain::{AutoassignWindow, CampaignCounts, CampaignRow};
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

/// A page of campaigns whose figures change by themselves, each row by its own signal.
#[island]
pub fn CampaignTable() -> impl IntoView {
    let campaigns: Vec<CampaignRow> = handed();
    let elapsed = elapsed_seconds();
    let signals: Vec<_> = campaigns
        .iter()
        .map(|campaign| {
            RwSignal::new(LiveRow {
                counts: campaign.counts,
                told_at: 0,
            })
        })
        .collect();
    let rows = StoredValue::new(signals.clone());
    let now = move || {
        rows.with_value(|rows| rows.iter().map(RwSignal::get_untracked).collect::<Vec<_>>())
    };
    let sum = RwSignal::new(LiveRow::sum(now().into_iter(), 0));
    let most = RwSignal::new(most_waiting(&now()));
    let told = move |_: &str, data: String| {
        let told_at = elapsed.get_untracked();
        for counts in read::<Vec<CampaignCounts>>(&data).unwrap_or_default() {
            rows.with_value(|rows| {
                for row in rows
                    .iter()
                    .filter(|row| row.get_untracked().counts.campaign == counts.campaign)
                {
                    row.set(LiveRow { counts, told_at });
                }
            });
        }
        let now = now();
        most.set(most_waiting(&now));
        sum.set(LiveRow::sum(now.into_iter(), told_at));
    };
    let connection = subscribe(address(&campaigns), &["counts"], told);
    let autos: Vec<_> = campaigns
        .iter()
        .map(|campaign| {
            let auto = Auto {
                assign: campaign.auto_assign,
                release: campaign.auto_release,
            };
            (campaign.counts.campaign, RwSignal::new(auto))
        })
        .collect();
    let body = campaigns
        .into_iter()
        .zip(signals)
        .zip(&autos)
        .map(|((campaign, row), (_, auto))| {
            view! { <Row campaign auto=*auto row elapsed most/> }
        })
        .collect_view();
    let known = move |campaign, window: AutoassignWindow| {
        if let Some((_, auto)) = autos.iter().find(|(id, _)| *id == campaign) {
            auto.set(Auto {
                assign: window.mode.auto_assign,
                release: window.status,
            });
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
