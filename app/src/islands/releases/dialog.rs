//! The dialog that releases: the form, its preview, and the progress of the release.

use super::live_preview::LivePreview;
use super::progress_view::ReleaseProgressView;
use super::tracked_release::TrackedRelease;
use crate::api::releases::StartRelease;
use crate::components::{
    Alert, ConfirmCheckbox, PreviewReport, ReleaseFields, ReleaseForm, ReleaseSubject, derive,
};
use crate::domain::IdleInterval;
use crate::islands::browser::focus_element;
use leptos::ev::{MouseEvent, SubmitEvent};
use leptos::html;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{admin, island};

/// The form with its preview, and then the progress of the release.
#[component]
pub fn ReleaseDialog(
    dialog: NodeRef<html::Dialog>,
    subject: RwSignal<ReleaseSubject>,
    form: ReleaseForm,
    preview: LivePreview,
    mine: TrackedRelease,
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
            let started = || focus_element("#release-done");
            mine.start(policy, &subject.get_untracked(), started);
        }
    };
    let valid = move || form.policy().is_ok();
    let minutes = derive(move || form.picked.interval().map_or(0, IdleInterval::minutes));
    let started = move || mine.progress.get().is_some();
    let hint =
        derive(
            move || match (mine.submission.busy.get(), valid(), preview.available.get()) {
                (true, ..) => admin::continues_without_window(),
                (_, false, _) => admin::choose_a_valid_interval(),
                (_, _, false) if preview.error.get().is_empty() => admin::counting(),
                _ => "",
            },
        );
    let unavailable = derive(move || !preview.available.get() || !valid());
    let button = derive(move || {
        if mine.submission.busy.get() {
            admin::releasing()
        } else {
            subject.get().button()
        }
    });
    let refusal = mine.submission.error;
    // What it was refused for may be new: the preview says it, and asks for what is to be confirmed.
    Effect::new(move |_| {
        if !refusal.get().is_empty() {
            preview.request();
        }
    });
    view! {
        <dialog
            class="dialog release-dialog"
            aria-labelledby="release-title"
            node_ref=dialog
            // What becomes of it is said on the page.
            on:close=move |_| mine.forget()
        >
            <h2 id="release-title">{derive(move || subject.get().heading())}</h2>
            <p class="dialog-of" hidden=derive(move || subject.get().campaign.is_none())>
                {derive(move || subject.get().title)}
            </p>
            <form method="post" action=StartRelease::PATH hidden=derive(started)
                on:submit=release
                // Whatever was changed in the form bubbles up to here.
                on:input=move |_| preview.form_changed()
                on:change=move |_| preview.form_changed()
            >
                <p class="lead">{derive(move || subject.get().lead())}</p>
                <div class="dialog-body">
                    <div>
                        <ReleaseFields form subject auto_assign_off=derive(move || preview.auto_assign_off())/>
                    </div>
                    <section
                        class="preview"
                        aria-label=admin::preview()
                        aria-busy=derive(move || if preview.loading.get() { "true" } else { "false" })
                    >
                        <div hidden=unavailable>
                            <PreviewReport preview=preview.words subject minutes/>
                        </div>
                        <p class="hint">{hint}</p>
                    </section>
                </div>
                <ConfirmCheckbox
                    name="policy[include_auto_assign_off]"
                    needed=derive(move || preview.needs_confirmation())
                    on=form.include_auto_assign_off
                />
                <Alert sentence=preview.error/>
                <p hidden=derive(move || preview.error.get().is_empty())>
                    <button type="button" class="button" disabled=derive(move || preview.loading.get()) on:click=move |_| preview.request()>
                        {admin::try_again()}
                    </button>
                </p>
                <div hidden=derive(started)><Alert sentence=refusal/></div>
                <div class="dialog-actions">
                    <button type="button" class="button" on:click=close>
                        {island::cancel()}
                    </button>
                    <button
                        class="button primary"
                        aria-describedby="preview-sentence"
                        disabled=derive(move || mine.submission.busy.get() || !preview.allows())
                    >
                        {button}
                    </button>
                </div>
            </form>
            <div class="result" hidden=derive(move || !started())>
                <ReleaseProgressView release=mine/>
                <p class="hint" hidden=derive(move || mine.progress.get().is_none_or(|progress| progress.ended()))>
                    {admin::may_close_window()}
                </p>
                <div class="dialog-actions">
                    <a class="button" href="/releases">{admin::release_history()}</a>
                    <button id="release-done" type="button" class="button primary" on:click=close>
                        {admin::close()}
                    </button>
                </div>
            </div>
        </dialog>
    }
}
