//! The dialog.

use super::live_preview::LivePreview;
use super::run::Run;
use crate::components::{PreviewReport, ReleaseFields, ReleaseForm, live};
use crate::domain::IdleInterval;
use leptos::ev::{MouseEvent, SubmitEvent};
use leptos::html;
use leptos::prelude::*;

/// The form, the preview that follows it, and then the result.
#[component]
pub fn ReleaseDialog(
    dialog: NodeRef<html::Dialog>,
    form: ReleaseForm,
    preview: LivePreview,
    run: Run,
) -> impl IntoView {
    let close = move |_: MouseEvent| {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let release = move |event: SubmitEvent| {
        event.prevent_default();
        if let Ok(policy) = untrack(|| form.policy()) {
            run.start(policy, "release-done");
        }
    };
    let valid = move || form.policy().is_ok();
    let minutes = live(move || form.picked.interval().map_or(0, IdleInterval::minutes));
    let done = move || !run.result.get().is_empty();
    let hint = live(
        move || match (run.releasing.get(), valid(), preview.known.get()) {
            (true, ..) => "It goes on if you close this.",
            (_, false, _) => "Choose a valid interval to see what would be released.",
            (_, _, false) if preview.trouble.get().is_empty() => "Counting…",
            _ => "",
        },
    );
    let unknown = live(move || !preview.known.get() || !valid());
    view! {
        <dialog class="dialog" aria-labelledby="release-title" node_ref=dialog>
            <h2 id="release-title">"Release Unhandled Replies"</h2>
            <form method="post" action="/api/releases/start" hidden=live(done)
                on:submit=release
                // Whatever was changed in the form bubbles up to here.
                on:input=move |_| preview.ask(form)
                on:change=move |_| preview.ask(form)
            >
                <p class="lead">
                    "Replies that sit with a texter for too long go back into the pool, for whoever is there to take them."
                </p>
                <div class="dialog-body">
                    <div>
                        <ReleaseFields form auto_assign_off=live(move || preview.auto_assign_off())/>
                    </div>
                    <section
                        class="preview"
                        aria-label="Preview"
                        aria-busy=live(move || if preview.asking.get() { "true" } else { "false" })
                    >
                        <div hidden=unknown>
                            <PreviewReport preview=preview.found minutes/>
                        </div>
                        <p class="hint">{hint}</p>
                    </section>
                </div>
                <Trouble sentence=preview.trouble/>
                <Trouble sentence=run.refusal/>
                <div class="dialog-actions">
                    <button type="button" class="button" on:click=close>
                        "Cancel"
                    </button>
                    <button class="button primary" disabled=live(move || run.releasing.get() || !valid())>
                        {live(move || if run.releasing.get() { "Releasing…" } else { "Release" })}
                    </button>
                </div>
            </form>
            <div role="status">
                <div class="result" hidden=live(move || !done())>
                    <p class="result-sentence">{live(move || run.result.get())}</p>
                    <div class="dialog-actions">
                        <a class="button" href="/releases">"Release history"</a>
                        <button id="release-done" type="button" class="button primary" on:click=close>
                            "Close"
                        </button>
                    </div>
                </div>
            </div>
        </dialog>
    }
}

/// What went wrong, if anything did.
#[component]
fn Trouble(sentence: RwSignal<String>) -> impl IntoView {
    view! {
        <div role="alert">
            <p class="notice notice-error" hidden=live(move || sentence.get().is_empty())>{live(move || sentence.get())}</p>
        </div>
    }
}
