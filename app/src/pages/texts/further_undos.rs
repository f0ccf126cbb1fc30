//! The undo of what a texter has released before their last release, which the island shows
//! ([`EndOfDayNotice`](crate::view_models::EndOfDayNotice)).

use crate::api::releases::UndoMyRelease;
use crate::components::undo_words;
use crate::domain::ReleaseProgress;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{island, page};

/// How many went back to the pool in each release, with **Undo** and the time left; nothing if there are none.
#[component]
pub fn FurtherUndos(
    /// Releases that can be undone, newest first.
    releases: Vec<ReleaseProgress>,
) -> impl IntoView {
    releases
        .into_iter()
        .map(|release| {
            view! {
                <div class="notice notice-good day-result">
                    <p>{page::went_back(release.conversations)}</p>
                    <form method="post" action=UndoMyRelease::PATH>
                        <input type="hidden" name="release" value=release.release.to_string()/>
                        <button class="button">{island::undo()}</button>
                        <span class="hint">{undo_words(release.undo_for)}</span>
                    </form>
                </div>
            }
        })
        .collect_view()
}
