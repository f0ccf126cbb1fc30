//! The progress and the result of a release.

use super::tracked_release::TrackedRelease;
use crate::api::releases::{CancelRelease, UndoRelease};
use crate::components::{Alert, derive, undo_words};
use crate::domain::{ReleaseKind, ReleaseProgress};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{admin, island};

/// Bar, count and rate while it runs, with the way to stop it, unless it is an undo; then its result, with the way back.
/// Each way is a plain form as well.
#[component]
pub fn ReleaseProgressView(release: TrackedRelease) -> impl IntoView {
    let with = move |words: fn(&ReleaseProgress) -> String| {
        derive(move || {
            release
                .progress
                .get()
                .as_ref()
                .map(words)
                .unwrap_or_default()
        })
    };
    let id = with(|progress| progress.release.to_string());
    let running = with(|progress| {
        if progress.ended() {
            String::new()
        } else {
            progress.to_string()
        }
    });
    let result = with(|progress| {
        if progress.ended() {
            progress.to_string()
        } else {
            String::new()
        }
    });
    let returns = with(|progress| {
        let words = match progress.kind {
            ReleaseKind::Replies => admin::returns_replies(),
            ReleaseKind::Unsent => admin::returns_unsent_messages(),
            ReleaseKind::Held | ReleaseKind::SecondPass => admin::returns_conversations(),
            ReleaseKind::Bulk => admin::returns_bulk_changes(),
        };
        words.to_owned()
    });
    let rate = with(|progress| admin::conversations_a_second(progress.rate()));
    let ended = derive(move || {
        release
            .progress
            .get()
            .is_none_or(|progress| progress.ended())
    });
    let is_undo = derive(move || {
        release
            .progress
            .get()
            .is_some_and(|progress| progress.undoes.is_some())
    });
    let stopping = move || {
        let cancelling = release
            .progress
            .get()
            .is_some_and(|progress| progress.cancelling);
        cancelling || release.submission.busy.get()
    };
    let cancel = move |event: SubmitEvent| {
        event.prevent_default();
        release.cancel();
    };
    let undo = move |event: SubmitEvent| {
        event.prevent_default();
        release.undo();
    };
    view! {
        <div class="progress">
            <div class="progress-running" hidden=ended>
                <p class="progress-words">{running}" "<span class="muted">{rate}</span></p>
                <progress
                    max="100"
                    aria-label=admin::progress()
                    value=with(|progress| progress.percent().to_string())
                ></progress>
                <form method="post" action=CancelRelease::PATH hidden=is_undo on:submit=cancel>
                    <input type="hidden" name="release" value=id.clone()/>
                    <button class="button" disabled=derive(stopping)>
                        {derive(move || if stopping() { admin::cancelling() } else { admin::cancel_release() })}
                    </button>
                </form>
            </div>
            <p class="result-sentence" role="status">{result}</p>
            <form
                method="post"
                action=UndoRelease::PATH
                class="progress-undo"
                hidden=derive(move || release.undo_for().is_none())
                on:submit=undo
            >
                <input type="hidden" name="release" value=id/>
                <button class="button" disabled=derive(move || release.submission.busy.get())>
                    {derive(move || if release.submission.busy.get() { admin::undoing() } else { island::undo() })}
                </button>
                <span class="hint">
                    <strong>{derive(move || undo_words(release.undo_for()))}</strong>
                    ". "{returns}
                </span>
            </form>
            <Alert sentence=release.submission.error/>
        </div>
    }
}
