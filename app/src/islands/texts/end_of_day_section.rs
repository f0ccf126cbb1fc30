//! **Done for the day?**: the section of a texter's home that releases their replies.

use super::end_of_day::EndOfDay;
use crate::api::releases::ReleaseMyReplies;
use crate::components::{Derived, derive};
use leptos::ev::{MouseEvent, SubmitEvent};
use leptos::html;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::island;
use std::sync::Arc;

/// **Release my replies**, if there is something to release: opens a dialog that says how many. Before
/// it is awake, and without WASM, it is a link to a page that says the same.
#[component]
pub fn EndOfDaySection(
    end_of_day: EndOfDay,
    releasable: RwSignal<u32>,
    /// What the texter should know before, a line each.
    details: RwSignal<String>,
    refresh: impl Fn() + Copy + Send + Sync + 'static,
    /// Called when replies were asked to be released.
    on_release: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let open = move |event: MouseEvent| {
        // With a modifier key it is a link like any other.
        if event.ctrl_key() || event.meta_key() || event.shift_key() {
            return;
        }
        if let Some(dialog) = dialog.get_untracked() {
            event.prevent_default();
            refresh();
            let _ = dialog.show_modal();
        }
    };
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let release = move |event: SubmitEvent| {
        close();
        // The page that the form leads to has the undo of each release.
        if end_of_day.has_undo() {
            return;
        }
        event.prevent_default();
        end_of_day.release(move || {
            on_release();
            refresh();
        });
    };
    let nothing = derive(move || releasable.get() == 0);
    view! {
        <section class="day-end" aria-labelledby="day-end-title" hidden=nothing>
            <div>
                <h2 id="day-end-title">{island::done_for_the_day()}</h2>
                <p>{island::others_can_answer()}</p>
            </div>
            <a class="button" href="/texts/done" on:click=open>{island::release_my_replies()}</a>
        </section>
        <dialog class="dialog question" aria-labelledby="day-question" node_ref=dialog>
            <h2 id="day-question">{island::release_my_replies()}</h2>
            <form method="post" action=ReleaseMyReplies::PATH on:submit=release>
                <EndOfDayQuestion
                    replies=derive(move || releasable.get())
                    details=derive(move || details.get())
                />
                <div class="dialog-actions">
                    <button type="button" class="button" on:click=move |_| close()>{island::cancel()}</button>
                    <button class="button primary" disabled=derive(move || end_of_day.submission.busy.get())>{island::release_my_replies()}</button>
                </div>
            </form>
        </dialog>
    }
}

/// What is about to happen to so many replies, and what their texter should know of it.
#[component]
pub fn EndOfDayQuestion(replies: Derived<u32>, details: Derived<String>) -> impl IntoView {
    let counted = Arc::clone(&replies);
    view! {
        <p>
            <strong class="question-count">{derive(move || island::counted_replies(counted()))}</strong>
            " "{derive(move || island::would_go_back(replies()))}
        </p>
        <p class="lead">{details}</p>
    }
}
