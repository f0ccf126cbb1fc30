//! The list of a campaign's contacts, with a search.

use crate::api;
use crate::components::EmptyState;
use crate::domain::CampaignId;
use crate::pages::flash::Flash;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::{path_id, query, query_as};
use crate::ports::{ContactKey, ContactRow};
use crate::url::with_query;
use crate::view_models::status_words;
use leptos::prelude::*;
use sentences::page;

/// The contacts of a campaign, by last name, or those that are searched for.
#[component]
pub fn ContactsPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let id = path_id::<CampaignId>()?;
        let ports = api::ports()?;
        let campaign = ports.campaigns.find(&viewer, id).await?;
        let search = query("q").unwrap_or_default();
        let after = query_as::<ContactKey>("after");
        let found = ports.contacts.contacts(&viewer, id, &search, after).await?;
        let path = format!("/campaigns/{id}/contacts");
        let anew = found.begins_anew.then(|| {
            view! { <p class="notice notice-warning">{page::contacts_begin_anew()}</p> }
        });
        let first = after.filter(|_| !found.begins_anew).map(|_| {
            let path = with_query(&path, &[("q", &search)]);
            view! { <a class="button" href=path>{page::first_page()}</a> }
        });
        let next = found.next.map(|next| {
            let path = with_query(&path, &[("q", &search), ("after", &next.to_string())]);
            view! { <a class="button" rel="next" href=path>{page::next_page()}</a> }
        });
        let content = if !found.rows.is_empty() {
            let rows = found
                .rows
                .into_iter()
                .map(|contact| view! { <Contact campaign=id contact/> })
                .collect_view();
            view! { <ul class="rows" aria-label=page::contacts_of_campaign()>{rows}</ul> }
                .into_any()
        } else if search.trim().is_empty() {
            view! { <EmptyState title=page::no_contacts_yet() text=page::upload_them_there()/> }
                .into_any()
        } else {
            view! { <EmptyState title=page::no_contact_found() text=page::how_contacts_are_found()/> }
                .into_any()
        };
        Ok(view! {
            <Page title=page::contacts_of_campaign() viewer=Some(viewer.into())>
                <p class="back"><a href=format!("/campaigns/{id}")>{campaign.title}</a></p>
                <h1>{page::contacts_of_campaign()}</h1>
                <Flash words=&[("removed", page::contact_is_removed)]/>
                <form method="get" action=path class="search" role="search">
                    <label class="heard" for="q">{page::name_cell_or_external_id()}</label>
                    <input id="q" type="text" name="q" value=search placeholder=page::name_cell_or_external_id() autocomplete="off"/>
                    <button class="button">{page::search()}</button>
                </form>
                <div role="status">{anew}</div>
                {content}
                <p class="paging">{first}{next}</p>
            </Page>
        }
        .into_any())
    })
}

#[component]
fn Contact(campaign: CampaignId, contact: ContactRow) -> impl IntoView {
    let name = [contact.first_name.as_str(), contact.last_name.as_str()].join(" ");
    let name = match name.trim() {
        "" => page::contact_without_name().to_owned(),
        name => name.to_owned(),
    };
    let zone = contact
        .zone
        .unwrap_or_else(|| page::zone_of_the_campaign().into());
    let external_id = contact.external_id.map(|id| [" · ", &id].concat());
    let opted_out = contact
        .opted_out
        .then(|| view! { " "<span class="tag">{page::opted_out_contacts()}</span> });
    view! {
        <li class="row">
            <div class="row-main">
                <a href=format!("/campaigns/{campaign}/contacts/{}", contact.id)><strong>{name}</strong></a>{opted_out}
                <p>{contact.cell.to_string()}{external_id}</p>
                <p>{status_words(contact.status)}" · "{zone}</p>
            </div>
        </li>
    }
}
