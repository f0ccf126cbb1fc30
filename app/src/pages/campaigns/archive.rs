//! The card that archives a campaign, or unarchives it.

use crate::api::campaigns::{Archive, Unarchive};
use crate::components::FieldSentence;
use crate::domain::{CampaignId, CampaignState};
use crate::pages::form_state::FormState;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::page;

/// What archiving does, and the button; where people wait for an answer, it asks once more.
#[component]
pub(super) fn ArchiveCard(id: CampaignId, state: CampaignState) -> impl IntoView {
    if state == CampaignState::Archived {
        return view! {
            <section class="card" aria-labelledby="archive-title">
                <h2 id="archive-title">{page::campaign_is_archived()}</h2>
                <p>{page::what_unarchiving_does()}</p>
                <form method="post" action=Unarchive::PATH class="actions">
                    <input type="hidden" name="campaign" value=id.to_string()/>
                    <button class="button">{page::unarchive()}</button>
                </form>
            </section>
        }
        .into_any();
    }
    let confirm = FormState::of("archive").error("confirmed");
    view! {
        <section class="card" aria-labelledby="archive-title">
            <h2 id="archive-title">{page::archive()}</h2>
            <p>{page::what_archiving_does()}</p>
            <form method="post" action=Archive::PATH class="form">
                <input type="hidden" name="campaign" value=id.to_string()/>
                {confirm.map(|sentence| view! {
                    <div class="form-field">
                        <FieldSentence id="archive-confirmed" error=Some(sentence)/>
                        <label class="confirm-checkbox">
                            <input id="archive-confirmed" type="checkbox" name="confirmed" value="true" data-autofocus aria-describedby="archive-confirmed-error"/>
                            <span>{page::archive_all_the_same()}</span>
                        </label>
                    </div>
                })}
                <p class="actions"><button class="button">{page::archive()}</button></p>
            </form>
        </section>
    }
    .into_any()
}
