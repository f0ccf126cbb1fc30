//! The page that moves an unmatched text into the thread of a contact.

use super::list::Words;
use crate::api;
use crate::api::unmatched::MoveUnmatched;
use crate::domain::{MoveContact, UnmatchedId, contact_name};
use crate::error::AppError;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::{query, query_as};
use crate::url::with_query;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::page;

/// The text, and contacts of campaigns that run, each with the button that moves it there; at first those whose number
/// it came from.
#[component]
pub fn MoveUnmatchedPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let id = query_as::<UnmatchedId>("text").ok_or(AppError::NotFound)?;
        let search = query("q");
        let place = Place::of_address();
        let unmatched = api::ports()?.unmatched;
        let found = unmatched
            .movable_text(&viewer, &id, search.as_deref())
            .await?;
        let empty = found.contacts.is_empty().then(|| {
            let sentence = match search.as_deref().map(str::trim) {
                None | Some("") => page::nobody_has_this_number(),
                Some(_) => page::no_contact_on_running_campaigns(),
            };
            view! { <p class="hint">{sentence}</p> }
        });
        let contacts = found
            .contacts
            .into_iter()
            .map(|contact| view! { <Contact text=id.clone() contact place=place.clone()/> })
            .collect_view();
        let searched = search.unwrap_or_default();
        let back = with_query(
            "/unmatched",
            &[("all", &place.all), ("after", &place.after)],
        );
        Ok(view! {
            <Page title=page::move_to_a_contact() viewer=Some(viewer.into()) class="narrow">
                <p class="back"><a href=back>{page::unmatched_texts()}</a></p>
                <h1>{page::move_to_a_contact()}</h1>
                <p class="lead">{page::what_moving_a_text_does()}</p>
                <section class="card part"><Words text=found.text/></section>
                <section class="card part" aria-label=page::contacts_on_running_campaigns()>
                    <form method="get" action="/unmatched/move" class="search" role="search">
                        <input type="hidden" name="text" value=id.to_string()/>
                        <PlaceFields place/>
                        <label class="heard" for="find-contact">{page::name_or_number()}</label>
                        <input id="find-contact" type="text" name="q" value=searched placeholder=page::name_or_number() autocomplete="off"/>
                        <button class="button">{page::search()}</button>
                    </form>
                    {empty}
                    <ul class="entries" aria-label=page::contacts_on_running_campaigns()>{contacts}</ul>
                    {found.more.then(|| view! { <p class="hint">{page::there_are_more()}</p> })}
                </section>
            </Page>
        }
        .into_any())
    })
}

/// The page of the list that led here, by the fields of its address.
#[derive(Clone)]
struct Place {
    /// Whether the list has those that are done too.
    all: String,
    /// After which text the page begins.
    after: String,
}

impl Place {
    /// That of this page's own address.
    fn of_address() -> Self {
        Self {
            all: query("all").unwrap_or_default(),
            after: query("after").unwrap_or_default(),
        }
    }
}

#[component]
fn PlaceFields(place: Place) -> impl IntoView {
    view! {
        <input type="hidden" name="all" value=place.all/>
        <input type="hidden" name="after" value=place.after/>
    }
}

/// A contact, and the button, unless nothing is moved to them.
#[component]
fn Contact(text: UnmatchedId, contact: MoveContact, place: Place) -> impl IntoView {
    let name = contact_name(&contact.name);
    let action = if contact.opted_out {
        view! { <span class="tag">{page::opted_out_mark()}</span> }.into_any()
    } else {
        let label = page::move_here_to_contact(&name, &contact.campaign_title);
        view! {
            <form method="post" action=MoveUnmatched::PATH>
                <input type="hidden" name="text" value=text.to_string()/>
                <input type="hidden" name="conversation" value=contact.id.to_string()/>
                <PlaceFields place/>
                <button class="button" aria-label=label>{page::move_here()}</button>
            </form>
        }
        .into_any()
    };
    view! {
        <li class="entry">
            <div><strong>{name}</strong>" "<small>{contact.cell}" · "{contact.campaign_title}</small></div>
            {action}
        </li>
    }
}
