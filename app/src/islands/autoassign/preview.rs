//! What the settings in the Autoassign Mode window would do now.

use super::editor::AutoassignEditor;
use crate::components::derive;
use crate::islands::browser::{Debounce, load_part};
use leptos::html;
use leptos::prelude::*;
use sentences::admin;

/// How long the settings must be unchanged before the server is asked.
const DEBOUNCE_MS: u32 = 120;

/// The preview, kept up to date with the settings: that of the page which the window has without WASM.
#[component]
pub fn AutoassignPreview(editor: AutoassignEditor) -> impl IntoView {
    let shown = NodeRef::<html::Div>::new();
    let loading = RwSignal::new(false);
    let wanted = StoredValue::new(String::new());
    let debounce = Debounce::new();
    let is_valid = move || editor.saved.get().is_some() && editor.form.mode().is_ok();
    Effect::new(move |_| {
        if !is_valid() {
            // Of the campaign before nothing stays, until there is something to say of this one.
            if editor.saved.with(Option::is_none)
                && let Some(shown) = shown.get_untracked()
            {
                shown.replace_children_with_node_0();
            }
            return;
        }
        let url = editor.preview_url();
        wanted.set_value(url.clone());
        loading.set(true);
        debounce.call_after(DEBOUNCE_MS, move || {
            let asked_for = url.clone();
            load_part(&url, "autoassign-preview", move |part| {
                // The settings may have changed meanwhile.
                if wanted.try_with_value(|wanted| *wanted == asked_for) != Some(true) {
                    return;
                }
                if let Some(shown) = shown.get_untracked() {
                    // The window for releases has one of this name.
                    if let Ok(Some(sentence)) = part.query_selector("#preview-sentence") {
                        sentence.set_id("autoassign-sentence");
                    }
                    shown.replace_children_with_node_1(&part);
                    loading.set(false);
                }
            });
        });
    });
    view! {
        <section
            class="preview"
            aria-label=admin::preview()
            aria-busy=derive(move || if loading.get() { "true" } else { "false" })
            hidden=derive(move || !is_valid())
        >
            <p class="hint" hidden=derive(move || !loading.get())>{admin::counting()}</p>
            <div node_ref=shown></div>
        </section>
    }
}
