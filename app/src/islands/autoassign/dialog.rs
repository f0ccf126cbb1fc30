//! The window **Autoassign Mode**.

use super::editor::AutoassignEditor;
use super::preview::AutoassignPreview;
use super::status::AutoReleaseLine;
use crate::api::campaigns::SaveAutoassign;
use crate::components::{Alert, AutoassignFields, derive};
use crate::domain::{AutoReleaseState, AutoReleaseStatus, AutoassignWindow, CampaignId};
use crate::islands::browser::on_dialog_link;
use leptos::ev::{MouseEvent, SubmitEvent};
use leptos::html;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{admin, island};

/// Opened by every link on the page that leads to an Autoassign Mode. `on_change` is called with what was
/// loaded or saved, so that the page can show it too.
#[component]
pub fn AutoassignDialog(
    on_change: impl Fn(CampaignId, AutoassignWindow) + Send + Sync + 'static,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let title = RwSignal::new(String::new());
    let editor = AutoassignEditor::new();
    on_dialog_link("autoassign", move |link| {
        if let Some(dialog) = dialog.get_untracked() {
            title.set(link.data("title"));
            editor.campaign.set(link.data("campaign").parse().ok());
            editor.load();
            if !dialog.open() {
                let _ = dialog.show_modal();
            }
        }
    });
    Effect::new(move |_| {
        if let (Some(campaign), Some(window)) =
            (editor.campaign.get_untracked(), editor.saved.get())
        {
            on_change(campaign, window);
        }
    });
    let close = move |_: MouseEvent| {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        editor.save();
    };
    let loading = derive(move || editor.saved.get().is_none());
    let status = derive(move || {
        let off = AutoReleaseStatus {
            state: AutoReleaseState::Off,
            last: None,
        };
        editor.saved.get().map_or(off, |saved| saved.status)
    });
    let hint = derive(
        move || match (editor.submission.busy.get(), editor.done.get()) {
            (true, _) => admin::working(),
            (_, true) if !editor.differs() => admin::settings_are_saved(),
            _ => "",
        },
    );
    view! {
        <dialog
            class="dialog autoassign-dialog"
            aria-labelledby="autoassign-title"
            node_ref=dialog
            // What becomes of it is said on the page.
            on:close=move |_| editor.submission.reset()
        >
            <h2 id="autoassign-title">{admin::autoassign_mode()}</h2>
            <p class="dialog-of">{derive(move || title.get())}</p>
            <form method="post" action=SaveAutoassign::PATH class="autoassign" on:submit=save>
                <div hidden=loading>
                    <AutoReleaseLine status/>
                    <AutoassignFields form=editor.form/>
                    <AutoassignPreview editor/>
                </div>
                <Alert sentence=editor.submission.error/>
                <p hidden=derive(move || !editor.theirs.get())>
                    <button type="button" class="button" on:click=move |_| editor.load()>
                        {admin::load_their_settings()}
                    </button>
                </p>
                <div class="dialog-actions">
                    <p class="hint" role="status">{hint}</p>
                    <button type="button" id="autoassign-close" class="button" on:click=close>
                        {derive(move || if editor.done.get() { admin::close() } else { island::cancel() })}
                    </button>
                    <button
                        class="button primary"
                        aria-describedby="autoassign-sentence"
                        disabled=derive(move || editor.submission.busy.get() || !editor.differs())
                    >
                        {admin::save()}
                    </button>
                </div>
            </form>
        </dialog>
    }
}
