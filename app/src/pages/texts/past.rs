//! The page **Past conversations**.

use super::listed::{ConversationList, LISTED_PER_PAGE};
use crate::api;
use crate::domain::ConversationId;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::query_as;
use leptos::prelude::*;
use sentences::page;

/// What the texter has answered, closed or sent a first text in, the latest first.
#[component]
pub fn PastPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::texter()?;
        let after = query_as::<ConversationId>("after");
        let conversations = api::ports()?.conversations;
        let conversations = conversations
            .past(&viewer, after, LISTED_PER_PAGE + 1)
            .await?;
        Ok(view! {
            <Page title=page::past_conversations() viewer=Some(viewer.into()) class="narrow">
                <p class="back"><a href="/texts">{page::my_texts()}</a></p>
                <h1>{page::past_conversations()}</h1>
                <ConversationList
                    conversations
                    path="/texts/past"
                    empty=(page::no_past_conversations(), page::past_conversations_appear_here())
                />
            </Page>
        }
        .into_any())
    })
}
