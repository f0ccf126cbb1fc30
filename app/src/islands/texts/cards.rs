//! The campaigns that a texter works on.

use super::pages::Pages;
use crate::api::requests::Card;
use crate::components::{Wait, live};
use crate::domain::Age;
use leptos::prelude::*;

/// One card a campaign; nothing at all where there are none. `more` leads to the next page.
#[component]
pub fn CampaignCards(
    cards: RwSignal<Vec<Card>>,
    elapsed: ReadSignal<u32>,
    more: RwSignal<String>,
    first: bool,
) -> impl IntoView {
    let none = live(move || first && cards.with(Vec::is_empty));
    // Cards keep their places in the document and get other words, so no row needs a key.
    let items = move || {
        let told_at = elapsed.get_untracked();
        let card = |card| view! { <CampaignCard card told_at elapsed/> };
        cards.get().into_iter().map(card).collect_view()
    };
    view! {
        <section class="inbox" aria-labelledby="cards-title" hidden=none>
            <h2 id="cards-title">"My campaigns"</h2>
            <ul class="replies">{items}</ul>
            <Pages
                more
                first
                back="First campaigns"
                said="These are the ones that wait longest. "
                onwards="More campaigns"
            />
        </section>
    }
}

#[component]
fn CampaignCard(card: Card, told_at: u32, elapsed: ReadSignal<u32>) -> impl IntoView {
    let id = card.campaign.to_string();
    let way = |kind: &str| ["/texts/next?campaign=", &id, "&kind=", kind].concat();
    let (no_replies, no_first_texts) = (card.replies.is_empty(), card.first_texts.is_empty());
    let told = card.oldest_wait;
    let wait = move || Some(Age(told?.0 + elapsed.get().saturating_sub(told_at)));
    view! {
        <li class="reply">
            <span class="reply-head">
                <strong>{card.title}</strong>
                <Wait age=live(wait)/>
            </span>
            <span class="reply-campaign">{card.counts}</span>
            <span class="card-ways">
                <a class="button primary" href=way("replies") hidden=no_replies>{card.replies}</a>
                <a class="button" href=way("initials") hidden=no_first_texts>{card.first_texts}</a>
            </span>
        </li>
    }
}
