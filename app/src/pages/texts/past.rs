//! The page **Past conversations**.

use super::listed::{ConversationList, LISTED_PER_PAGE};
use crate::api;
use crate::domain::ConversationId;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::query_as;
use leptos::prelude::*;

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
            <Page title="Past conversations" viewer=Some(viewer.into()) class="narrow">
                <p class="back"><a href="/texts">"My texts"</a></p>
                <h1>"Past conversations"</h1>
                <ConversationList
                    conversations
                    path="/texts/past"
                    empty=("No past conversations", "What you have sent and answered appears here.")
                />
            </Page>
        }
        .into_any())
    })
}
