//! Autoassign Mode as a page, without WASM.

use crate::api;
use crate::api::campaigns::SaveAutoassign;
use crate::components::{AutoassignFields, AutoassignForm, derive};
use crate::domain::{AutoassignMode, CampaignId};
use crate::islands::AutoReleaseLine;
use crate::pages::form_state::FormState;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::path_id;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{admin, island};

/// What is saved and what it is doing, and the form that saves.
#[component]
pub fn AutoassignPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let id = path_id::<CampaignId>()?;
        let campaigns = api::ports()?.campaigns;
        let campaign = campaigns.find(&viewer, id).await?;
        let window = campaigns.autoassign(&viewer, id).await?;
        let form = filled_in(window.mode);
        let back = format!("/campaigns/{id}");
        Ok(view! {
            <Page title=admin::autoassign_mode() viewer=Some(viewer.into()) class="narrow">
                <p class="back"><a href=back.clone()>{campaign.title}</a></p>
                <h1>{admin::autoassign_mode()}</h1>
                <form method="post" action=SaveAutoassign::PATH class="card autoassign" data-unsaved="autoassign">
                    <AutoReleaseLine status=derive(move || window.status)/>
                    <input type="hidden" name="campaign" value=id.to_string()/>
                    <input type="hidden" name="version" value=window.version.to_string()/>
                    <AutoassignFields form/>
                    <div class="dialog-actions">
                        <a class="button" href=back>{island::cancel()}</a>
                        <button class="button primary">{admin::save()}</button>
                    </div>
                </form>
            </Page>
        }
        .into_any())
    })
}

/// The form with what is saved, or, if it was refused, with what was filled in.
pub(super) fn filled_in(saved: AutoassignMode) -> AutoassignForm {
    let form = AutoassignForm::new(saved);
    let form_state = FormState::of("autoassign");
    for (field, switch) in [
        ("auto_assign", form.auto_assign),
        ("auto_release", form.auto_release),
    ] {
        switch.set(form_state.on(field, switch.get_untracked()));
    }
    let picked = form.picked;
    for (field, text) in [
        ("interval", picked.choice),
        ("number", picked.number),
        ("unit", picked.unit),
    ] {
        text.set(form_state.text(field, text.get_untracked()));
    }
    form
}
