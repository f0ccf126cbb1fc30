//! The card of a campaign's exports.

use crate::domain::CampaignId;
use leptos::prelude::*;
use sentences::page;

/// The files of a campaign: its contacts, with where each stands, and its messages.
#[component]
pub(super) fn ExportCard(id: CampaignId, contacts: u32) -> impl IntoView {
    let link = |what: &str, name: String| {
        let path = format!("/campaigns/{id}/{what}.csv");
        let file = format!("campaign-{id}-{what}.csv");
        view! { <a class="button" href=path download=file>{name}</a> }
    };
    view! {
        <section class="card" id="export" aria-labelledby="export-title">
            <h2 id="export-title">{page::export_of_campaign()}</h2>
            <p>{page::what_is_exported()}</p>
            <p class="actions">
                {link("contacts", page::export_contacts(contacts))}
                {link("messages", page::export_messages().to_owned())}
            </p>
        </section>
    }
}
