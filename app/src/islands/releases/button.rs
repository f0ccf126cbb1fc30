//! The way into the dialog.

use super::dialog::ReleaseDialog;
use super::live_preview::LivePreview;
use super::run::Run;
use crate::components::{PickedInterval, ReleaseForm};
use crate::domain::{IdleInterval, ReleasePolicy};
use leptos::ev::MouseEvent;
use leptos::html;
use leptos::prelude::*;

/// **Release Unhandled Replies**: opens the dialog. Before it is awake, and without WASM, it is a link
/// to a page with the same form.
#[island]
pub fn ReleaseButton() -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let form = ReleaseForm::new(
        PickedInterval::new(IdleInterval::ONE_HOUR),
        ReleasePolicy::default(),
    );
    let preview = LivePreview::new();
    let run = Run::new();
    let open = move |event: MouseEvent| {
        // With a modifier key it is a link like any other.
        if event.ctrl_key() || event.meta_key() || event.shift_key() {
            return;
        }
        if let Some(dialog) = dialog.get_untracked() {
            event.prevent_default();
            form.reset();
            run.forget();
            preview.ask(form);
            let _ = dialog.show_modal();
        }
    };
    view! {
        <a class="button primary" href="/campaigns/release" on:click=open>"Release Unhandled Replies"</a>
        <ReleaseDialog dialog form preview run/>
    }
}
