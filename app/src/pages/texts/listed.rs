//! A list of conversations that are only read.

use super::opt_out::OptOutLink;
use crate::components::{Clock, EmptyState};
use crate::domain::{CampaignId, ConversationId, ListedConversation};
use crate::pages::contact_name::contact_name;
use leptos::prelude::*;
use sentences::page;

/// How many conversations a page lists before it offers a next one.
pub const LISTED_PER_PAGE: u32 = 50;

/// A line a conversation, and the way to the next page at `path`; there is one if there are more than
/// [`LISTED_PER_PAGE`]. `empty` stands there where there is nothing.
#[component]
pub fn ConversationList(
    /// The conversations of the page, and one more if there is a next page.
    mut conversations: Vec<ListedConversation>,
    /// The address of the list.
    path: String,
    /// Title and text of the empty list.
    empty: (&'static str, &'static str),
) -> impl IntoView {
    if conversations.is_empty() {
        return view! { <EmptyState title=empty.0 text=empty.1/> }.into_any();
    }
    let more = conversations.len() > LISTED_PER_PAGE as usize;
    conversations.truncate(LISTED_PER_PAGE as usize);
    let last = conversations.last().map(|last| last.id);
    let next = last.filter(|_| more).map(|last| {
        view! { <p class="paging"><a class="button" rel="next" href=next_path(&path, last)>{page::next_page()}</a></p> }
    });
    let lines = conversations
        .into_iter()
        .map(|conversation| view! { <Line conversation/> })
        .collect_view();
    view! {
        <ul class="replies">{lines}</ul>
        {next}
    }
    .into_any()
}

/// The title of a list of all campaigns, or of one, which it names while something is listed.
pub fn list_title(
    campaign: Option<CampaignId>,
    listed: &[ListedConversation],
    of_all: &str,
    of_one: fn(&str) -> String,
) -> String {
    let first = campaign.and_then(|_| listed.first());
    first.map_or_else(|| of_all.to_owned(), |first| of_one(&first.campaign_title))
}

/// The links from a list to the texter's home, and from that of one campaign to that of all.
#[component]
pub fn BackLinks(
    /// Of which campaign the list is.
    campaign: Option<CampaignId>,
    /// The address of the list of all campaigns.
    path: &'static str,
    /// What leads there.
    text: &'static str,
) -> impl IntoView {
    let all = campaign.map(|_| view! { " "<a href=path>{text}</a> });
    view! { <p class="back"><a href="/texts">{page::my_texts()}</a>{all}</p> }
}

/// The address of a list of one campaign, or of all.
pub fn list_path(path: &str, campaign: Option<CampaignId>) -> String {
    match campaign {
        Some(campaign) => format!("{path}?campaign={campaign}"),
        None => path.to_owned(),
    }
}

fn next_path(path: &str, last: ConversationId) -> String {
    let mark = if path.contains('?') { '&' } else { '?' };
    format!("{path}{mark}after={last}")
}

#[component]
fn Line(conversation: ListedConversation) -> impl IntoView {
    let name = contact_name(&conversation.contact);
    let mark = match (conversation.opted_out, conversation.archived) {
        (true, _) => Some(page::opted_out_mark()),
        (false, true) => Some(page::campaign_archived_mark()),
        (false, false) => None,
    };
    // Whoever has opted out already wants nothing more.
    let may_want_to_opt_out = conversation.may_want_to_opt_out && !conversation.opted_out;
    let opt_out = may_want_to_opt_out.then(|| {
        view! { <OptOutLink conversation=conversation.id contact=name.clone()/> }
    });
    let look = may_want_to_opt_out
        .then(|| view! { <span class="tag tag-failed">{page::may_want_to_opt_out()}</span> });
    view! {
        <li>
            <a class="reply" href=format!("/texts/{}#latest", conversation.id)>
                <span class="reply-head">
                    <strong>{name}</strong>
                    <span class="request-asked"><Clock at=conversation.at/></span>
                </span>
                <span class="reply-excerpt">{conversation.excerpt}</span>
                <span class="reply-foot">
                    <span class="reply-campaign">{conversation.campaign_title}</span>
                    {look}
                    {mark.map(|mark| view! { <span class="tag">{mark}</span> })}
                </span>
            </a>
            {opt_out}
        </li>
    }
}
