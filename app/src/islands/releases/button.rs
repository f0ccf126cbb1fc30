//! The way into the dialog.

use super::dialog::ReleaseDialog;
use crate::domain::ReleasePolicy;
use leptos::ev::MouseEvent;
use leptos::html;
use leptos::prelude::*;

/// **Release Unhandled Replies**: opens the dialog. Before it is awake, and without WASM, it is a link
/// to a page with the same form.
#[island]
pub fn ReleaseButton() -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let opened = RwSignal::new(0);
    let open = move |event: MouseEvent| {
        // With a modifier key it is a link like any other.
        if event.ctrl_key() || event.meta_key() || event.shift_key() {
            return;
        }
        if let Some(dialog) = dialog.get_untracked() {
            event.prevent_default();
            opened.update(|times| *times += 1);
            let _ = dialog.show_modal();
        }
    };
    view! {
        <a class="button primary" href="/campaigns/release" on:click=open>"Release Unhandled Replies"</a>
        <ReleaseDialog dialog opened start=ReleasePolicy::default()/>
    }
}
