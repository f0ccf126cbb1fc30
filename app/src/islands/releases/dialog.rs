//! The dialog.

use super::follow::Follow;
use super::live_preview::LivePreview;
use super::run_view::RunView;
use crate::components::{
    Confirmation, PreviewReport, ReleaseFields, ReleaseForm, ReleaseSubject, Trouble, live,
};
use crate::domain::IdleInterval;
use crate::islands::browser::focus_soon;
use leptos::ev::{MouseEvent, SubmitEvent};
use leptos::html;
use leptos::prelude::*;

/// The form, the preview that follows it, and then how the release goes.
#[component]
pub fn ReleaseDialog(
    dialog: NodeRef<html::Dialog>,
    subject: RwSignal<ReleaseSubject>,
    form: ReleaseForm,
    preview: LivePreview,
    mine: Follow,
) -> impl IntoView {
    let close = move |_: MouseEvent| {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let release = move |event: SubmitEvent| {
        event.prevent_default();
        if let (Ok(policy), true) = untrack(|| (form.policy(), preview.allows())) {
            // The form that had the focus is gone then.
            let started = || focus_soon("release-done");
            mine.start(policy, &subject.get_untracked(), started);
        }
    };
    let valid = move || form.policy().is_ok();
    let minutes = live(move || form.picked.interval().map_or(0, IdleInterval::minutes));
    let started = move || mine.run.get().is_some();
    let hint = live(
        move || match (mine.busy.get(), valid(), preview.known.get()) {
            (true, ..) => "It goes on if you close this.",
            (_, false, _) => "Choose a valid interval to see what would be released.",
            (_, _, false) if preview.trouble.get().is_empty() => "Counting…",
            _ => "",
        },
    );
    let unknown = live(move || !preview.known.get() || !valid());
    let button = live(move || {
        if mine.busy.get() {
            "Releasing…"
        } else {
            subject.get().button()
        }
    });
    let refusal = mine.trouble;
    view! {
        <dialog class="dialog release-dialog" aria-labelledby="release-title" node_ref=dialog>
            <h2 id="release-title">{live(move || subject.get().heading())}</h2>
            <p class="dialog-of" hidden=live(move || subject.get().campaign.is_none())>
                {live(move || subject.get().title)}
            </p>
            <form method="post" action="/api/releases/start" hidden=live(started)
                on:submit=release
                // Whatever was changed in the form bubbles up to here.
                on:input=move |_| preview.follow()
                on:change=move |_| preview.follow()
            >
                <p class="lead">{live(move || subject.get().lead())}</p>
                <div class="dialog-body">
                    <div>
                        <ReleaseFields form subject auto_assign_off=live(move || preview.auto_assign_off())/>
                    </div>
                    <section
                        class="preview"
                        aria-label="Preview"
                        aria-busy=live(move || if preview.asking.get() { "true" } else { "false" })
                    >
                        <div hidden=unknown>
                            <PreviewReport preview=preview.found subject minutes/>
                        </div>
                        <p class="hint">{hint}</p>
                    </section>
                </div>
                <Confirmation
                    name="policy[include_auto_assign_off]"
                    needed=live(move || preview.needs_confirmation())
                    on=form.include_auto_assign_off
                />
                <Trouble sentence=preview.trouble/>
                <p hidden=live(move || preview.trouble.get().is_empty())>
                    <button type="button" class="button" disabled=live(move || preview.asking.get()) on:click=move |_| preview.ask()>
                        "Count again"
                    </button>
                </p>
                <div hidden=live(started)><Trouble sentence=refusal/></div>
                <div class="dialog-actions">
                    <button type="button" class="button" on:click=close>
                        "Cancel"
                    </button>
                    <button class="button primary" disabled=live(move || mine.busy.get() || !preview.allows())>
                        {button}
                    </button>
                </div>
            </form>
            <div class="result" hidden=live(move || !started())>
                <RunView follow=mine/>
                <p class="hint" hidden=live(move || mine.run.get().is_none_or(|run| run.ended()))>
                    "It goes on if you close this, and stands in the release history."
                </p>
                <div class="dialog-actions">
                    <a class="button" href="/releases">"Release history"</a>
                    <button id="release-done" type="button" class="button primary" on:click=close>
                        "Close"
                    </button>
                </div>
            </div>
        </dialog>
    }
}
