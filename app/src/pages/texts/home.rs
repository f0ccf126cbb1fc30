//! A texter's home.

use super::told::{EscalatedNotice, OptedOutNotice, SentNotice, day_told, escalated, opted_out};
use crate::api;
use crate::api::requests::{CARDS_PER_PAGE, Card, Desk, Loss, REPLIES_PER_PAGE, Told};
use crate::components::Page;
use crate::domain::ConversationId;
use crate::islands::{DeskShown, Hand, TexterDesk};
use crate::pages::answer::answer;
use crate::pages::query::query_as;
use leptos::prelude::*;

/// The request form and the replies to answer.
#[component]
pub fn TextsPage() -> impl IntoView {
    answer(async {
        let viewer = api::texter()?;
        let ports = api::ports()?;
        let after = query_as::<ConversationId>("after");
        let mut replies = ports
            .conversations
            .inbox(&viewer, after, REPLIES_PER_PAGE + 1)
            .await?;
        let whole_page = replies.len() > REPLIES_PER_PAGE as usize;
        replies.truncate(REPLIES_PER_PAGE as usize);
        let more = replies
            .last()
            .filter(|_| whole_page)
            .map(|last| format!("/texts?after={}", last.id))
            .unwrap_or_default();
        let skip = query_as("campaigns").unwrap_or(0);
        let mut cards = ports
            .conversations
            .cards(&viewer, skip, CARDS_PER_PAGE + 1)
            .await?;
        let more_cards = if cards.len() > CARDS_PER_PAGE as usize {
            format!("/texts?campaigns={}", skip.saturating_add(CARDS_PER_PAGE))
        } else {
            String::new()
        };
        cards.truncate(CARDS_PER_PAGE as usize);
        let desk = Desk {
            offer: ports.requests.offer(&viewer).await?,
            told: ports.requests.latest(&viewer).await?.as_ref().map(Told::of),
            held: ports.conversations.held(&viewer).await?,
            releasable: ports.releases.count_mine(&viewer).await?,
            losses: Loss::all(ports.releases.notices(&viewer).await?),
            cards: Card::all(cards),
            replies,
        };
        let opted_out = opted_out(&ports, &viewer).await;
        let escalated = escalated(&ports, &viewer).await;
        let (said, undoable) = day_told();
        let shown = DeskShown {
            desk,
            said,
            undoable,
            more,
            first: after.is_none(),
            more_cards,
            first_cards: skip == 0,
        };
        Ok(view! {
            <Page title="My texts" viewer=Some(viewer) class="narrow">
                <h1>"My texts"</h1>
                <SentNotice/>
                <EscalatedNotice escalated/>
                <OptedOutNotice name=opted_out/>
                <Hand what=shown><TexterDesk/></Hand>
            </Page>
        }
        .into_any())
    })
}
