//! The dialog.

use super::preview::LivePreview;
use super::progress::Progress;
use crate::api::releases::start_release;
use crate::components::{PickedInterval, PreviewReport, ReleaseFields, ReleaseForm};
use crate::domain::ReleasePolicy;
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The form, the preview that follows it, and then the result. `opened` counts how often it was
/// opened: each time it starts anew.
#[component]
pub fn ReleaseDialog(
    dialog: NodeRef<html::Dialog>,
    opened: RwSignal<u32>,
    start: ReleasePolicy,
) -> impl IntoView {
    let form = ReleaseForm::new(PickedInterval::default(), start);
    let preview = LivePreview::new();
    let progress = RwSignal::new(Progress::Editing);

    Effect::new(move |before: Option<u32>| {
        let now = opened.get();
        if now > 0 && before != Some(now) {
            form.reset(start);
            progress.set(Progress::Editing);
        }
        now
    });
    Effect::new(move |_| {
        if opened.get() > 0 {
            preview.ask(form);
        }
    });

    let close = move |_| {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let release = move |event: SubmitEvent| {
        event.prevent_default();
        let Ok(policy) = untrack(|| form.policy()) else {
            return;
        };
        if progress.with_untracked(Progress::is_releasing) {
            return;
        }
        progress.set(Progress::Releasing);
        spawn_local(async move {
            progress.set(match start_release(policy).await {
                Ok(outcome) => Progress::Done(outcome),
                Err(error) => Progress::Refused(error),
            });
        });
    };
    let releasing = move || progress.with(Progress::is_releasing);
    let done = move || progress.with(Progress::outcome);
    let cannot = move || releasing() || form.policy().is_err();
    view! {
        <dialog class="dialog" aria-labelledby="release-title" node_ref=dialog>
            <h2 id="release-title">"Release Unhandled Replies"</h2>
            <form method="post" action="/api/releases/start" hidden=move || done().is_some() on:submit=release>
                <p class="lead">
                    "Replies that sit with a texter for too long go back into the pool, for whoever is there to take them."
                </p>
                <ReleaseFields form auto_assign_off=Signal::derive(move || preview.auto_assign_off())/>
                <section class="preview" aria-label="Preview" aria-live="polite" aria-busy=move || preview.asking.get().then_some("true")>
                    {move || report(preview, form)}
                </section>
                <p class="notice notice-error" role="alert" hidden=move || progress.with(Progress::refusal).is_none()>
                    {move || progress.with(Progress::refusal)}
                </p>
                <div class="dialog-actions">
                    <button type="button" class="button" on:click=close disabled=releasing>"Cancel"</button>
                    <button class="button primary" disabled=cannot>
                        {move || if releasing() { "Releasing…" } else { "Release" }}
                    </button>
                </div>
            </form>
            <div class="result" role="status">
                {move || done().map(|outcome| view! {
                    <p class="result-sentence">{outcome.to_string()}</p>
                    <div class="dialog-actions">
                        <a class="button" href="/releases">"Release history"</a>
                        <button type="button" class="button primary" on:click=close>"Close"</button>
                    </div>
                })}
            </div>
        </dialog>
    }
}

/// What stands below the switches: what would be released, that it is being found out, or why it is
/// not known.
fn report(preview: LivePreview, form: ReleaseForm) -> impl IntoView {
    let Ok(policy) = form.policy() else {
        return view! { <p class="muted">"Choose a valid interval to see what would be released."</p> }
            .into_any();
    };
    match preview.answer.get() {
        None => view! { <p class="muted waiting">"Counting…"</p> }.into_any(),
        Some(Err(error)) => view! { <p class="notice notice-error">{error.to_string()}</p> }.into_any(),
        Some(Ok(found)) => view! { <PreviewReport preview=found interval=policy.interval/> }.into_any(),
    }
}
