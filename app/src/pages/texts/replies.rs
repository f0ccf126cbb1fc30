//! The page **Replies to answer** of one campaign.

use super::listed::LISTED_PER_PAGE;
use crate::api;
use crate::components::{EmptyState, ReplyLine, derive};
use crate::domain::{CampaignId, InboxEntry};
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::query_as;
use crate::pages::see_other::see_other;
use leptos::prelude::*;
use sentences::{island, page};

/// The replies that the texter holds on a campaign, in the order of their home, which has those of all campaigns.
#[component]
pub fn RepliesPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::texter()?;
        let Some(campaign) = query_as::<CampaignId>("campaign") else {
            see_other("/texts");
            return Ok(().into_any());
        };
        let skip: u32 = query_as("skip").unwrap_or(0);
        let conversations = api::ports()?.conversations;
        let mut replies = conversations
            .inbox_of(&viewer, campaign, skip, LISTED_PER_PAGE + 1)
            .await?;
        let more = replies.len() > LISTED_PER_PAGE as usize;
        replies.truncate(LISTED_PER_PAGE as usize);
        let first_path = format!("/texts/replies?campaign={campaign}");
        // The replies before them may wait although these were answered meanwhile.
        if replies.is_empty() && skip > 0 {
            see_other(&first_path);
            return Ok(().into_any());
        }
        let title = match replies.first() {
            Some(reply) => page::replies_to_answer_on(&reply.campaign_title),
            None => island::nothing_to_answer().to_owned(),
        };
        let next = more.then(|| {
            let skip = skip.saturating_add(LISTED_PER_PAGE);
            let path = format!("{first_path}&skip={skip}");
            view! { <a class="button" rel="next" href=path>{page::next_page()}</a> }
        });
        let first = (skip > 0)
            .then(|| view! { <a class="button" href=first_path>{page::first_page()}</a> });
        let paging = (first.is_some() || next.is_some())
            .then(|| view! { <p class="paging">{first}{next}</p> });
        let list = if replies.is_empty() {
            let title = page::nothing_here();
            view! { <EmptyState title text=island::where_replies_appear()/> }.into_any()
        } else {
            let lines = replies.into_iter().map(line);
            view! { <ul class="replies">{lines.collect_view()}</ul> }.into_any()
        };
        Ok(view! {
            <Page title=title.clone() viewer=Some(viewer.into()) class="narrow">
                <p class="back"><a href="/texts">{page::my_texts()}</a></p>
                <h1>{title}</h1>
                {list}
                {paging}
            </Page>
        }
        .into_any())
    })
}

fn line(reply: InboxEntry) -> impl IntoView {
    let (waiting, release_in) = (reply.waiting, reply.release_in);
    let (waiting, release_in) = (derive(move || Some(waiting)), derive(move || release_in));
    view! { <ReplyLine reply waiting release_in/> }
}
