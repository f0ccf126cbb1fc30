//! The page of one release.

use super::losses::Losses;
use crate::api;
use crate::components::Clock;
use crate::domain::{ReleaseDetail, ReleaseId, ReleaseRecord};
use crate::islands::{ReleaseCard, ReleaseData, WithProps};
use crate::number::format_number;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::path_id;
use crate::view_models::{duration_words, policy_words, state_words, what_words, who_words};
use leptos::prelude::*;

/// How it goes or went, its facts, who lost what, and the way back while there is one.
#[component]
pub fn ReleaseDetailPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let id = path_id::<ReleaseId>()?;
        let detail = api::ports()?.releases.detail(&viewer, id).await?;
        let ReleaseDetail {
            record,
            by_campaign,
            by_texter,
        } = detail;
        let data = ReleaseData {
            progress: Some(record.progress.clone()),
        };
        let undo = record.progress.undoes.is_some();
        let by_campaign = by_campaign
            .into_iter()
            .map(|(campaign, title, count)| (Some(format!("/campaigns/{campaign}")), title, count))
            .collect();
        let by_texter = by_texter
            .into_iter()
            .map(|(_, name, count)| (None, name, count))
            .collect();
        let texter_title = if undo { "Returned to" } else { "Released from" };
        Ok(view! {
            <Page title=what_words(&record) viewer=Some(viewer.into())>
                <p class="back"><a href="/releases">"Release history"</a></p>
                <h1>{what_words(&record)}</h1>
                <section class="card" aria-label="Result">
                    <WithProps props=data><ReleaseCard/></WithProps>
                </section>
                <Facts record/>
                <div class="lost-by">
                    <Losses title="By campaign" column="Campaign" rows=by_campaign/>
                    <Losses title=texter_title column="Texter" rows=by_texter/>
                </div>
            </Page>
        }
        .into_any())
    })
}

#[component]
fn Facts(record: ReleaseRecord) -> impl IntoView {
    let (class, state) = state_words(record.progress.state);
    let campaign = record.scope.campaign().zip(record.campaign_title.clone());
    let left_out = record
        .left_out
        .iter()
        .map(|left| view! { <li>{format_number(left.conversations)}" "{left.reason.words()}</li> })
        .collect_view();
    let any_left_out = !record.left_out.is_empty();
    let undoes = record.progress.undoes;
    view! {
        <dl class="facts">
            <div><dt>"Released by"</dt><dd>{who_words(&record)}</dd></div>
            <div><dt>"Started"</dt><dd><Clock at=record.started_at/></dd></div>
            <div><dt>"State"</dt><dd><span class=class>{state}</span></dd></div>
            {record.progress.ended().then(|| view! {
                <div><dt>"Duration"</dt><dd>{duration_words(record.progress.ran_ms)}</dd></div>
            })}
            {campaign.map(|(id, title)| view! {
                <div><dt>"Campaign"</dt><dd><a href=format!("/campaigns/{id}")>{title}</a></dd></div>
            })}
            {record.policy.map(|policy| view! {
                <div class="wide"><dt>"Settings"</dt><dd>{policy_words(policy, record.scope)}</dd></div>
            })}
            {record.undone_by.map(|undo| view! {
                <div><dt>"Undone"</dt><dd><a href=format!("/releases/{undo}")>"See what was returned"</a></dd></div>
            })}
            {undoes.map(|release| view! {
                <div><dt>"Undo of"</dt><dd><a href=format!("/releases/{release}")>"See what was released"</a></dd></div>
            })}
            {any_left_out.then(|| view! {
                <div class="wide"><dt>"Not released, and why"</dt><dd><ul>{left_out}</ul></dd></div>
            })}
        </dl>
    }
}
