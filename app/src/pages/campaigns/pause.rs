//! The card that pauses a campaign, or resumes it.

use crate::api::campaigns::{Pause, Resume};
use crate::components::FieldSentence;
use crate::domain::{CampaignId, CampaignState};
use crate::pages::form_state::FormState;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::page;

/// What pausing does, and the button; where people wait for an answer, it asks once more. Nothing for a draft, and for
/// what is archived.
#[component]
pub(super) fn PauseCard(id: CampaignId, state: CampaignState) -> impl IntoView {
    match state {
        CampaignState::Draft | CampaignState::Archived => ().into_any(),
        CampaignState::Started => view! { <PauseForm id/> }.into_any(),
        CampaignState::Paused => view! {
            <section class="card" aria-labelledby="pause-title">
                <h2 id="pause-title">{page::this_campaign_is_paused()}</h2>
                <p>{page::what_resuming_does()}</p>
                <form method="post" action=Resume::PATH class="actions">
                    <input type="hidden" name="campaign" value=id.to_string()/>
                    <button class="button primary">{page::resume()}</button>
                </form>
            </section>
        }
        .into_any(),
    }
}

#[component]
fn PauseForm(id: CampaignId) -> impl IntoView {
    let confirm = FormState::of("pause").error("confirmed");
    view! {
        <section class="card" aria-labelledby="pause-title">
            <h2 id="pause-title">{page::pause()}</h2>
            <p>{page::what_pausing_does()}</p>
            <form method="post" action=Pause::PATH class="form">
                <input type="hidden" name="campaign" value=id.to_string()/>
                {confirm.map(|sentence| view! {
                    <div class="form-field">
                        <FieldSentence id="pause-confirmed" error=Some(sentence)/>
                        <label class="confirm-checkbox">
                            <input id="pause-confirmed" type="checkbox" name="confirmed" value="true" data-autofocus aria-describedby="pause-confirmed-error"/>
                            <span>{page::pause_all_the_same()}</span>
                        </label>
                    </div>
                })}
                <p class="actions"><button class="button">{page::pause()}</button></p>
            </form>
        </section>
    }
}
