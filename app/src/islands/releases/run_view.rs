//! How a release goes.

use super::follow::Follow;
use crate::components::{Trouble, counted, live};
use crate::domain::ReleaseProgress;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// Bar, count and rate while it runs, with the way to stop it; then its result, with the way back. Each
/// way is a plain form as well.
#[component]
pub fn RunView(follow: Follow) -> impl IntoView {
    let with = move |words: fn(&ReleaseProgress) -> String| {
        live(move || follow.run.get().as_ref().map(words).unwrap_or_default())
    };
    let id = with(|run| run.release.to_string());
    let going = with(|run| {
        if run.ended() {
            String::new()
        } else {
            run.to_string()
        }
    });
    let result = with(|run| {
        if run.ended() {
            run.to_string()
        } else {
            String::new()
        }
    });
    let rate = with(|run| counted(run.rate(), "conversation", "conversations") + " a second");
    let ended = live(move || follow.run.get().is_none_or(|run| run.ended()));
    let stopping = move || {
        let asked = follow.run.get().is_some_and(|run| run.cancelling);
        asked || follow.busy.get()
    };
    let cancel = move |event: SubmitEvent| {
        event.prevent_default();
        follow.cancel();
    };
    let undo = move |event: SubmitEvent| {
        event.prevent_default();
        follow.undo();
    };
    view! {
        <div class="run">
            <div class="run-going" hidden=ended>
                <p class="run-words">{going}" "<span class="muted">{rate}</span></p>
                <progress
                    max="100"
                    aria-label="Progress"
                    value=with(|run| run.percent().to_string())
                ></progress>
                <form method="post" action="/api/releases/cancel" on:submit=cancel>
                    <input type="hidden" name="release" value=id.clone()/>
                    <button class="button" disabled=live(stopping)>
                        {live(move || if stopping() { "Cancelling…" } else { "Cancel release" })}
                    </button>
                </form>
            </div>
            <p class="result-sentence" role="status">{result}</p>
            <form
                method="post"
                action="/api/releases/undo"
                class="run-undo"
                hidden=live(move || !follow.may_undo())
                on:submit=undo
            >
                <input type="hidden" name="release" value=id/>
                <button class="button" disabled=live(move || follow.busy.get())>
                    {live(move || if follow.busy.get() { "Undoing…" } else { "Undo" })}
                </button>
                <span class="hint">"Possible for 10 minutes: gives back what nobody has taken or answered meanwhile."</span>
            </form>
            <Trouble sentence=follow.trouble/>
        </div>
    }
}
