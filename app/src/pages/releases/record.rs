//! The row of one release.

use super::filter::history_url;
use crate::api::releases::UndoRelease;
use crate::components::{Clock, undo_words};
use crate::domain::{ReleaseFilter, ReleaseRecord};
use crate::view_models::{
    done_words, duration_words, kept_words, settings_words, state_words, what_words, who_words,
};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{island, page};

/// Who, when, by which policy, how many, and how it ended; it leads to its own page,
/// or to each of those that it stands for, which have their **Undo** there.
#[component]
pub fn Record(
    /// The release.
    record: ReleaseRecord,
    /// Which part of the history it was found in.
    filter: ReleaseFilter,
) -> impl IntoView {
    let progress = &record.progress;
    let path = match record.group {
        None => format!("/releases/{}", progress.release),
        group => history_url("/releases", ReleaseFilter { group, ..filter }, None),
    };
    let (class, state) = state_words(progress.state);
    let undo_for = progress.undo_for;
    let open_to_undo = (undo_for.is_some() && record.group.is_some()).then(|| {
        view! { <span class="muted undo-by-list">{page::open_list_to_undo()}</span> }
    });
    let undo = (undo_for.is_some() && filter.group.is_some()).then(|| {
        view! {
            <form method="post" action=UndoRelease::PATH class="record-undo">
                <input type="hidden" name="release" value=progress.release.to_string()/>
                <button class="button">{island::undo()}</button>
            </form>
        }
    });
    let undone = record.undone_by.is_some();
    let on = match (&record.campaign_title, record.scope.campaign()) {
        (Some(title), _) => title.clone(),
        (None, _) => page::campaigns_of_release(progress.campaigns),
    };
    let kept = kept_words(progress);
    let duration = progress.ended().then(|| duration_words(progress.ran_ms));
    let verb = done_words(&record);
    view! {
        <li class="record">
            <p class="record-count">
                <strong>{sentences::number(progress.conversations)}</strong>
                {verb}
            </p>
            <div class="record-facts">
                <p>
                    <a href=path>{who_words(&record)}</a>
                    ", "<Clock at=record.started_at/>
                </p>
                <p>{what_words(&record)}" · "{on}</p>
                {settings_words(&record).map(|words| view! { <p>{words}</p> })}
                {kept.into_iter().map(|kept| view! { <p>{kept}</p> }).collect_view()}
            </div>
            <div class="record-state">
                <span class=class>{state}</span>
                {undo_for.map(|left| view! {
                    <span class="tag undo-left" data-seconds=left.0.to_string()>{undo_words(Some(left))}</span>
                })}
                {open_to_undo}
                {undo}
                {undone.then(|| view! { <span class="tag">{page::release_is_undone()}</span> })}
                {duration.map(|duration| view! { <span class="muted">{duration}</span> })}
            </div>
        </li>
    }
}
