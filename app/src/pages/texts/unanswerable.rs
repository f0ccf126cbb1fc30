//! The page **Replies nobody can answer**, for admins.

use super::listed::{ConversationList, LISTED_PER_PAGE};
use super::move_reply::{MovedNotice, moved_to};
use crate::api;
use crate::domain::ConversationId;
use crate::pages::flash::Flash;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::query_as;
use leptos::prelude::*;
use sentences::page;

/// Replies of contacts who have opted out, and on archived campaigns, the newest first. Texters do not see them.
#[component]
pub fn UnanswerablePage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let after = query_as::<ConversationId>("after");
        let ports = api::ports()?;
        let moved = moved_to(&ports, &viewer).await;
        let conversations = ports
            .conversations
            .unanswerable(&viewer, after, LISTED_PER_PAGE + 1)
            .await?;
        let begins_after = after.map(|after| after.to_string()).unwrap_or_default();
        Ok(view! {
            <Page title=page::replies_nobody_can_answer() viewer=Some(viewer.into()) class="narrow">
                <h1>{page::replies_nobody_can_answer()}</h1>
                <p class="lead">{page::why_nobody_can_answer()}</p>
                <Flash words=&[("marked", page::reply_is_done)]/>
                <MovedNotice title=moved/>
                <ConversationList
                    conversations
                    path="/unanswerable".to_owned()
                    done_after=begins_after
                    empty=(page::nothing_here(), page::unanswerable_appear_here())
                />
            </Page>
        }
        .into_any())
    })
}
