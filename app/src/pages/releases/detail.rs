//! The page of one release.

use super::conversations::Conversations;
use crate::api;
use crate::components::{Clock, CountsTable};
use crate::domain::{MemberId, ReleaseDetail, ReleaseId, ReleaseRecord, ReleaseScope, ReleasedKey};
use crate::islands::{ReleaseCard, ReleaseData, WithProps};
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::{path_id, query_as};
use crate::view_models::{
    duration_words, no_longer_qualified_words, settings_words, state_words, what_words, who_words,
};
use leptos::prelude::*;
use sentences::{admin, page};

/// How it goes or went, its facts, who lost what, which conversations these were, and the way back while there is one.
#[component]
pub fn ReleaseDetailPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let id = path_id::<ReleaseId>()?;
        let after = query_as::<ReleasedKey>("after");
        let releases = api::ports()?.releases;
        let detail = releases.detail(&viewer, id).await?;
        let found = releases.conversations(&viewer, id, after).await?;
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
        // Everything that it released was of who was suspended.
        let suspended = by_texter
            .first()
            .filter(|_| record.scope == ReleaseScope::Suspension);
        let suspended = suspended.map(|(member, name, _)| (*member, name.clone()));
        let by_texter = by_texter
            .into_iter()
            .map(|(member, name, count)| (Some(format!("/people/{member}")), name, count))
            .collect();
        let texter_title = if undo {
            page::returned_to()
        } else {
            page::released_from()
        };
        Ok(view! {
            <Page title=what_words(&record) viewer=Some(viewer.into())>
                <p class="back"><a href="/releases">{admin::release_history()}</a></p>
                <h1>{what_words(&record)}</h1>
                <section class="card" aria-label=page::release_result()>
                    <WithProps props=data><ReleaseCard/></WithProps>
                </section>
                <Facts record suspended/>
                <div class="lost-by">
                    <CountsTable title=page::by_campaign() column=admin::campaign() counted=page::conversations_of_release() rows=by_campaign/>
                    <CountsTable title=texter_title column=page::texter_of_release() counted=page::conversations_of_release() rows=by_texter/>
                </div>
                <Conversations release=id undo found further=after.is_some()/>
            </Page>
        }
        .into_any())
    })
}

#[component]
fn Facts(record: ReleaseRecord, suspended: Option<(MemberId, String)>) -> impl IntoView {
    let (class, state) = state_words(record.progress.state);
    let campaign = record.scope.campaign().zip(record.campaign_title.clone());
    let left_out = record
        .left_out
        .iter()
        .map(|left| view! { <li>{left.reason.counted(left.conversations)}</li> })
        .collect_view();
    let no_longer_qualified = no_longer_qualified_words(&record.progress);
    let any_left_out = !record.left_out.is_empty() || no_longer_qualified.is_some();
    let no_longer_qualified = no_longer_qualified.map(|words| view! { <li>{words}</li> });
    let undoes = record.progress.undoes;
    let can_be_undone = record.progress.undo_for.is_some();
    view! {
        <dl class="facts">
            <div><dt>{page::who_released_it()}</dt><dd>{who_words(&record)}</dd></div>
            <div><dt>{page::release_started()}</dt><dd><Clock at=record.started_at/></dd></div>
            <div><dt>{page::state()}</dt><dd><span class=class>{state}</span></dd></div>
            {record.progress.ended().then(|| view! {
                <div><dt>{page::release_duration()}</dt><dd>{duration_words(record.progress.ran_ms)}</dd></div>
            })}
            {campaign.map(|(id, title)| view! {
                <div><dt>{admin::campaign()}</dt><dd><a href=format!("/campaigns/{id}")>{title}</a></dd></div>
            })}
            {suspended.map(|(member, name)| view! {
                <div>
                    <dt>{page::suspended_member()}</dt>
                    <dd>
                        <a href=format!("/people/{member}")>{name}</a>
                        {can_be_undone.then(|| view! { <p class="muted">{page::undone_once_suspension_is_lifted()}</p> })}
                    </dd>
                </div>
            })}
            {settings_words(&record).map(|words| view! {
                <div class="wide"><dt>{page::release_settings()}</dt><dd>{words}</dd></div>
            })}
            {record.undone_by.map(|undo| view! {
                <div><dt>{page::release_is_undone()}</dt><dd><a href=format!("/releases/{undo}")>{page::see_what_was_returned()}</a></dd></div>
            })}
            {undoes.map(|release| view! {
                <div><dt>{page::undo_of()}</dt><dd><a href=format!("/releases/{release}")>{page::see_what_was_released()}</a></dd></div>
            })}
            {any_left_out.then(|| view! {
                <div class="wide"><dt>{page::not_released_and_why()}</dt><dd><ul>{left_out}{no_longer_qualified}</ul></dd></div>
            })}
        </dl>
    }
}
