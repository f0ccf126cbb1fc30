//! The card that copies a campaign.

use crate::api::campaigns::CopyCampaign;
use crate::components::Field;
use crate::domain::{CampaignId, CopyKey, MAX_TITLE_CHARACTERS};
use crate::pages::form_state::FormState;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::page;

/// What a copy has, its title, and the button. `copy_key` makes two presses one copy.
#[component]
pub(super) fn CopyCard(id: CampaignId, title: String, copy_key: CopyKey) -> impl IntoView {
    let form = FormState::of("copy");
    let copy_of: String = page::copy_of(&title)
        .chars()
        .take(MAX_TITLE_CHARACTERS)
        .collect();
    view! {
        <section class="card" id="copy" aria-labelledby="copy-title">
            <h2 id="copy-title">{page::copy_campaign()}</h2>
            <p>{page::what_copying_does()}</p>
            <form method="post" action=CopyCampaign::PATH class="form" novalidate>
                <input type="hidden" name="campaign" value=id.to_string()/>
                <input type="hidden" name="key" value=copy_key.to_string()/>
                <Field
                    id="copy-of"
                    name="title"
                    label=page::title_of_the_copy()
                    value=form.text("title", copy_of)
                    error=form.error("title")
                />
                <p class="actions"><button class="button">{page::copy_campaign()}</button></p>
            </form>
        </section>
    }
}
