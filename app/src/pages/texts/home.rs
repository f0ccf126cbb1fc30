//! A texter's home.

use super::told::{EscalatedNotice, OptedOutNotice, SentNotice, day_told, escalated, opted_out};
use crate::api;
use crate::api::requests::Desk;
use crate::components::Page;
use crate::islands::{TexterHomeData, TexterHomeIsland, WithProps};
use crate::pages::answer::answer;
use crate::pages::query::query_as;
use leptos::prelude::*;

/// The request form and the replies to answer.
#[component]
pub fn TextsPage() -> impl IntoView {
    answer(async {
        let viewer = api::texter()?;
        let ports = api::ports()?;
        let skip_replies = query_as("replies").unwrap_or(0);
        let skip_cards = query_as("campaigns").unwrap_or(0);
        let desk = Desk::read(&ports, &viewer, skip_replies, skip_cards).await?;
        let opted_out = opted_out(&ports, &viewer).await;
        let escalated = escalated(&ports, &viewer).await;
        let (notice, undoable) = day_told();
        let shown = TexterHomeData {
            desk,
            notice,
            undoable,
            skip_replies,
            skip_cards,
        };
        Ok(view! {
            <Page title="My texts" viewer=Some(viewer) class="narrow">
                <h1>"My texts"</h1>
                <SentNotice/>
                <EscalatedNotice escalated/>
                <OptedOutNotice name=opted_out/>
                <WithProps props=shown><TexterHomeIsland/></WithProps>
            </Page>
        }
        .into_any())
    })
}
