//! The cards of the campaigns that a texter works on.

use super::pagination::Pagination;
use crate::components::{Wait, derive};
use crate::domain::Age;
use crate::view_models::{CampaignCardView, CardLink};
use leptos::prelude::*;
use sentences::island;

/// One card a campaign; nothing at all where there are none. `more` leads to the next page.
#[component]
pub fn CampaignCards(
    cards: RwSignal<Vec<CampaignCardView>>,
    elapsed: ReadSignal<u32>,
    more: RwSignal<String>,
    first: bool,
) -> impl IntoView {
    let none = derive(move || first && cards.with(Vec::is_empty));
    // Cards keep their elements in the document and get other texts, so no row needs a key.
    let items = move || {
        let received_at = elapsed.get_untracked();
        let card = |card| view! { <CampaignCard card received_at elapsed/> };
        cards.get().into_iter().map(card).collect_view()
    };
    view! {
        <section class="inbox" aria-labelledby="cards-title" hidden=none>
            <h2 id="cards-title">{island::my_campaigns()}</h2>
            <ul class="replies">{items}</ul>
            <Pagination
                more
                first
                back=island::back_to_first_campaigns()
                hint=island::sorted_by_longest_wait()
                next=island::more_campaigns()
            />
        </section>
    }
}

#[component]
fn CampaignCard(
    card: CampaignCardView,
    received_at: u32,
    elapsed: ReadSignal<u32>,
) -> impl IntoView {
    let link = |link: CardLink| view! { <a class=link.class href=link.url>{link.text}</a> };
    let links = card.links.into_iter().map(link).collect_view();
    let no_description = card.description.is_empty();
    let oldest_wait = card.oldest_wait;
    let wait = move || {
        Some(Age(
            oldest_wait?.0 + elapsed.get().saturating_sub(received_at)
        ))
    };
    view! {
        <li class="reply">
            <span class="reply-head">
                <strong>{card.title}</strong>
                <Wait age=derive(wait)/>
            </span>
            <span hidden=no_description>{card.description}</span>
            <span class="reply-campaign">{card.counts}</span>
            <span class="reply-closed">{card.closed}</span>
            <span class="card-links">{links}</span>
        </li>
    }
}
