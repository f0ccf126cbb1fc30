//! The window **Autoassign Mode**.

use super::editing::Editing;
use super::status::AutoReleaseLine;
use crate::components::{AutoassignFields, Trouble, live};
use crate::domain::{AutoReleaseState, AutoReleaseStatus, AutoassignWindow, CampaignId};
use crate::islands::browser::on_open;
use leptos::ev::{MouseEvent, SubmitEvent};
use leptos::html;
use leptos::prelude::*;

/// Opened by every link on the page that leads to an Autoassign Mode. `saved` is called with what was
/// loaded or saved, so that the page can show it too.
#[component]
pub fn AutoassignDialog(
    known: impl Fn(CampaignId, AutoassignWindow) + Send + Sync + 'static,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let title = RwSignal::new(String::new());
    let editing = Editing::new();
    on_open("autoassign", move |link| {
        if let Some(dialog) = dialog.get_untracked() {
            title.set(link.says("title"));
            editing.campaign.set(link.says("campaign").parse().ok());
            editing.load();
            if !dialog.open() {
                let _ = dialog.show_modal();
            }
        }
    });
    Effect::new(move |_| {
        if let (Some(campaign), Some(window)) =
            (editing.campaign.get_untracked(), editing.saved.get())
        {
            known(campaign, window);
        }
    });
    let close = move |_: MouseEvent| {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        editing.save();
    };
    let unknown = live(move || editing.saved.get().is_none());
    let status = live(move || {
        let off = AutoReleaseStatus {
            state: AutoReleaseState::Off,
            last: None,
        };
        editing.saved.get().map_or(off, |saved| saved.status)
    });
    let said = live(move || match (editing.busy.get(), editing.done.get()) {
        (true, _) => "Working…",
        (_, true) if !editing.differs() => "Saved.",
        _ => "",
    });
    view! {
        <dialog class="dialog autoassign-dialog" aria-labelledby="autoassign-title" node_ref=dialog>
            <h2 id="autoassign-title">"Autoassign Mode"</h2>
            <p class="dialog-of">{live(move || title.get())}</p>
            <form method="post" action="/api/campaigns/save-autoassign" class="autoassign" on:submit=save>
                <div hidden=unknown>
                    <AutoReleaseLine status/>
                    <AutoassignFields form=editing.form/>
                </div>
                <Trouble sentence=editing.trouble/>
                <p hidden=live(move || !editing.theirs.get())>
                    <button type="button" class="button" on:click=move |_| editing.load()>"Load theirs"</button>
                </p>
                <div class="dialog-actions">
                    <p class="hint" role="status">{said}</p>
                    <button type="button" class="button" on:click=close>
                        {live(move || if editing.done.get() { "Close" } else { "Cancel" })}
                    </button>
                    <button class="button primary" disabled=live(move || editing.busy.get() || !editing.differs())>
                        "Save"
                    </button>
                </div>
            </form>
        </dialog>
    }
}
