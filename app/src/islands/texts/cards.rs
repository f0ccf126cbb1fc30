//! The campaigns that a texter works on.

use crate::api::requests::Card;
use crate::components::{Wait, live};
use crate::domain::{Age, CampaignId};
use leptos::prelude::*;

/// The cards, and how long the page had been open when they were told.
#[derive(Clone, Copy)]
pub struct Cards {
    cards: RwSignal<Vec<Card>>,
    told_at: StoredValue<u32>,
    elapsed: ReadSignal<u32>,
}

impl Cards {
    /// As they were when the page was made.
    pub fn new(cards: Vec<Card>, elapsed: ReadSignal<u32>) -> Self {
        Self {
            cards: RwSignal::new(cards),
            told_at: StoredValue::new(0),
            elapsed,
        }
    }

    /// As they are now.
    pub fn set(self, cards: Vec<Card>) {
        self.told_at.set_value(self.elapsed.get_untracked());
        self.cards.set(cards);
    }

    /// Something about one of them; empty if it is not among them any more.
    fn of(self, id: CampaignId, what: fn(&Card) -> &String) -> String {
        self.cards.with(|cards| {
            let card = cards.iter().find(|card| card.campaign == id);
            card.map(|card| what(card).clone()).unwrap_or_default()
        })
    }

    /// How long its longest waiting reply has been waiting by now.
    fn oldest_wait(self, id: CampaignId) -> Option<Age> {
        let since = self.elapsed.get().saturating_sub(self.told_at.get_value());
        let told = self.cards.with(|cards| {
            let card = cards.iter().find(|card| card.campaign == id);
            card.and_then(|card| card.oldest_wait)
        })?;
        Some(Age(told.0.saturating_add(since)))
    }
}

/// One card a campaign; nothing at all where there are none. `more` leads to those that are not shown.
#[component]
pub fn CampaignCards(cards: Cards, more: String) -> impl IntoView {
    let none = live(move || cards.cards.with(Vec::is_empty));
    let last_page = more.is_empty();
    view! {
        <section class="inbox" aria-labelledby="cards-title" hidden=none>
            <h2 id="cards-title">"My campaigns"</h2>
            <ul class="replies">
                <For each=move || cards.cards.get() key=|card| card.campaign let(card)>
                    <CampaignCard card cards/>
                </For>
            </ul>
            <p class="paging" hidden=last_page>
                "These are the ones that wait longest. "<a class="button" href=more>"More campaigns"</a>
            </p>
        </section>
    }
}

#[component]
fn CampaignCard(card: Card, cards: Cards) -> impl IntoView {
    let id = card.campaign;
    let way = |kind: &str| ["/texts/next?campaign=", &id.to_string(), "&kind=", kind].concat();
    let (counts, replies, first_texts): (
        fn(&Card) -> &String,
        fn(&Card) -> &String,
        fn(&Card) -> &String,
    ) = (
        |card| &card.counts,
        |card| &card.replies,
        |card| &card.first_texts,
    );
    let words = move |what| live(move || cards.of(id, what));
    let nothing = move |what| live(move || cards.of(id, what).is_empty());
    view! {
        <li class="reply">
            <span class="reply-head">
                <strong>{card.title}</strong>
                <Wait age=live(move || cards.oldest_wait(id))/>
            </span>
            <span class="reply-campaign">{words(counts)}</span>
            <span class="card-ways">
                <a class="button primary" href=way("replies") hidden=nothing(replies)>{words(replies)}</a>
                <a class="button" href=way("initials") hidden=nothing(first_texts)>{words(first_texts)}</a>
            </span>
        </li>
    }
}
