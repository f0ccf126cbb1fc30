//! The page **Past conversations**.

use super::listed::{BackLinks, ConversationList, LISTED_PER_PAGE, list_path, list_title};
use crate::api;
use crate::domain::{CampaignId, ConversationId};
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::query_as;
use leptos::prelude::*;
use sentences::page;

/// What the texter has answered or sent a first text in, the latest first; of one campaign, if the address names it.
#[component]
pub fn PastPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::texter()?;
        let campaign = query_as::<CampaignId>("campaign");
        let after = query_as::<ConversationId>("after");
        let conversations = api::ports()?.conversations;
        let conversations = conversations
            .past(&viewer, campaign, after, LISTED_PER_PAGE + 1)
            .await?;
        let title = list_title(
            campaign,
            &conversations,
            page::past_conversations(),
            page::past_conversations_on,
        );
        Ok(view! {
            <Page title=title.clone() viewer=Some(viewer.into()) class="narrow">
                <BackLinks campaign path="/texts/past" text=page::past_conversations_on_all()/>
                <h1>{title}</h1>
                <ConversationList
                    conversations
                    path=list_path("/texts/past", campaign)
                    empty=(page::no_past_conversations(), page::past_conversations_appear_here())
                />
            </Page>
        }
        .into_any())
    })
}
