//! The redirect to the next conversation: from a campaign's card, or after another conversation.

use crate::api;
use crate::api::conversations::{being_sent, next_url};
use crate::domain::{CampaignId, ConversationId, PoolKind};
use crate::pages::page_guard::page_guard;
use crate::pages::query::{query, query_as};
use crate::pages::see_other::see_other;
use leptos::prelude::*;

/// Sends the browser to the next first text or reply of a campaign; home, where there is none any more. With `after` it
/// is what comes once that conversation has been answered, as [`crate::api::conversations::send_text()`] says it, with
/// the same notice.
#[component]
pub fn NextPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::texter()?;
        if let Some(id) = query_as::<ConversationId>("after") {
            let conversations = api::ports()?.conversations;
            let sending = being_sent();
            let next = conversations.next_after(&viewer, id, &sending).await?;
            let notice = match query("sent").as_deref() {
                Some("first") => "sent=first",
                _ => "sent=1",
            };
            // The page may be fetched before that conversation is answered. Those of texts that are being sent already are named
            // by each request.
            let notice = match next {
                Some(_) => format!("{notice}&answered={id}"),
                None => notice.to_owned(),
            };
            see_other(&next_url(next, &notice));
            return Ok(().into_any());
        }
        let target = query_as::<CampaignId>("campaign").zip(query_as::<PoolKind>("kind"));
        let next = match target {
            Some((campaign, kind)) => {
                let conversations = api::ports()?.conversations;
                conversations.next_on(&viewer, campaign, kind).await?
            }
            None => None,
        };
        match next {
            Some(next) => see_other(&format!("/texts/{next}#latest")),
            None => see_other("/texts"),
        }
        Ok(().into_any())
    })
}
