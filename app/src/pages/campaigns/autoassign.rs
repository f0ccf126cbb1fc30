//! Autoassign Mode as a page, without WASM.

use super::autoassign_preview::autoassign_preview;
use crate::api;
use crate::api::campaigns::SaveAutoassign;
use crate::components::{AutoassignFields, AutoassignForm, PickedInterval, derive};
use crate::domain::{AutoassignMode, CampaignId, IdleInterval};
use crate::islands::AutoReleaseLine;
use crate::pages::form_state::FormState;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::{path_id, query, query_as};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{admin, island, page};

/// What is saved and what it is doing, the form that saves, and what it would do now. The form can also be sent to this
/// same page, for the preview of what is filled in, which writes nothing.
#[component]
pub fn AutoassignPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let id = path_id::<CampaignId>()?;
        let campaigns = api::ports()?.campaigns;
        let campaign = campaigns.find(&viewer, id).await?;
        let window = campaigns.autoassign(&viewer, id).await?;
        let form = filled_in(window.mode);
        // What was saved since the form was first shown is not overwritten by a preview in between.
        let version = query_as("version").unwrap_or(window.version);
        let preview = match untrack(|| form.mode()) {
            Ok(mode) => {
                let is_saved = mode == window.mode;
                Some(autoassign_preview(&viewer, &campaign, mode, is_saved).await?)
            }
            Err(_) => None,
        };
        let back = format!("/campaigns/{id}");
        let here = format!("/campaigns/{id}/autoassign");
        Ok(view! {
            <Page title=admin::autoassign_mode() viewer=Some(viewer.into()) class="narrow">
                <p class="back"><a href=back.clone()>{campaign.title}</a></p>
                <h1>{admin::autoassign_mode()}</h1>
                <form id="autoassign-form" method="post" action=SaveAutoassign::PATH class="card autoassign" data-unsaved="autoassign">
                    <AutoReleaseLine status=derive(move || window.status)/>
                    <input type="hidden" name="campaign" value=id.to_string()/>
                    <input type="hidden" name="version" value=version.to_string()/>
                    <AutoassignFields form/>
                    <div class="dialog-actions">
                        <a class="button" href=back>{island::cancel()}</a>
                        <button class="button primary">{admin::save()}</button>
                    </div>
                </form>
                <section class="card preview" aria-labelledby="preview-title">
                    <h2 id="preview-title">{page::with_these_settings_now()}</h2>
                    // The window shows it too (`crate::islands`).
                    <div id="autoassign-preview">{preview}</div>
                    <p class="actions">
                        // Behind **Save**, which is the button that Enter presses.
                        <button class="button" form="autoassign-form" formmethod="get" formaction=here name="preview" value="autoassign">
                            {page::update_the_preview()}
                        </button>
                    </p>
                </section>
            </Page>
        }
        .into_any())
    })
}

/// The form with what is saved, or, if it was refused or is previewed, with what was filled in.
fn filled_in(saved: AutoassignMode) -> AutoassignForm {
    let mut form = AutoassignForm::new(saved);
    let form_state = FormState::of("autoassign");
    for (field, switch) in [
        ("auto_assign", form.auto_assign),
        ("auto_release", form.auto_release),
    ] {
        switch.set(form_state.on(field, switch.get_untracked()));
    }
    form.picked = filled_in_interval(&form_state, form.picked);
    form
}

/// The picker with what is saved, or, if its form was refused or is previewed, with what was filled in.
pub(super) fn filled_in_interval(form_state: &FormState, saved: PickedInterval) -> PickedInterval {
    // The link of the window sends whole minutes, be they offered or not, and none while auto-release is off.
    let Some(choice) = query("interval").filter(|_| form_state.filled_in()) else {
        return saved;
    };
    let minutes = choice.parse().ok().map(IdleInterval::from_minutes);
    if let Some(Ok(interval)) = minutes {
        return PickedInterval::new(interval);
    }
    for (field, text) in [
        ("interval", saved.choice),
        ("number", saved.number),
        ("unit", saved.unit),
    ] {
        text.set(form_state.text(field, text.get_untracked()));
    }
    saved
}
