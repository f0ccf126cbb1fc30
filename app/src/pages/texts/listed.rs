//! A list of conversations that are only read.

use super::move_reply::LISTED_AFTER;
use super::opt_out::OptOutLink;
use crate::api::conversations::MarkReplyDone;
use crate::components::{Clock, EmptyState};
use crate::domain::{CampaignId, ConversationId, ListedConversation, MessageId, contact_name};
use crate::url::with_query;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::page;

/// How many conversations a page lists before it offers a next one.
pub const LISTED_PER_PAGE: u32 = 50;

/// A line a conversation, and the way to the next page at `path`; there is one if there are more than
/// [`LISTED_PER_PAGE`]. `empty` stands there where there is nothing. Where they can be marked as done, a later page leads to
/// the first one.
#[component]
pub fn ConversationList(
    /// The conversations of the page, and one more if there is a next page.
    mut conversations: Vec<ListedConversation>,
    /// The address of the list.
    path: String,
    /// Title and text of the empty list.
    empty: (&'static str, &'static str),
    /// That they can be marked as done, and after which of them the page begins: empty on the first page.
    #[prop(optional)]
    done_after: Option<String>,
) -> impl IntoView {
    let more = conversations.len() > LISTED_PER_PAGE as usize;
    conversations.truncate(LISTED_PER_PAGE as usize);
    let last = conversations.last().map(|last| last.id);
    let next = last.filter(|_| more).map(|last| {
        view! { <a class="button" rel="next" href=next_path(&path, last)>{page::next_page()}</a> }
    });
    // What is done on a later page may be the last of it.
    let is_later = done_after.as_ref().is_some_and(|after| !after.is_empty());
    let first = is_later.then(|| view! { <a class="button" href=path>{page::first_page()}</a> });
    let paging =
        (first.is_some() || next.is_some()).then(|| view! { <p class="paging">{first}{next}</p> });
    let list = if conversations.is_empty() {
        view! { <EmptyState title=empty.0 text=empty.1/> }.into_any()
    } else {
        let lines = conversations
            .into_iter()
            .map(|conversation| view! { <Line conversation done_after=done_after.clone()/> })
            .collect_view();
        view! { <ul class="replies">{lines}</ul> }.into_any()
    };
    view! {
        {list}
        {paging}
    }
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
fn Line(conversation: ListedConversation, done_after: Option<String>) -> impl IntoView {
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
    // So that a move from there leads back here.
    let path = with_query(
        &format!("/texts/{}", conversation.id),
        &[(LISTED_AFTER, done_after.as_deref().unwrap_or_default())],
    );
    let done = done_after.map(|after| {
        let (id, last_message) = (conversation.id, conversation.last_message);
        view! { <DoneForm id last_message after contact=name.clone()/> }
    });
    let look = may_want_to_opt_out
        .then(|| view! { <span class="tag tag-failed">{page::may_want_to_opt_out()}</span> });
    view! {
        <li>
            <a class="reply" href=format!("{path}#latest")>
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
            {done}
        </li>
    }
}

/// **Done**, for a reply that nobody can answer. It says which text was the last one, so that none is closed unread.
#[component]
fn DoneForm(
    id: ConversationId,
    last_message: Option<MessageId>,
    after: String,
    contact: String,
) -> impl IntoView {
    let last_message = last_message
        .map(|last| view! { <input type="hidden" name="last_message" value=last.to_string()/> });
    view! {
        <form class="actions" method="post" action=MarkReplyDone::PATH>
            <input type="hidden" name="conversation" value=id.to_string()/>
            {last_message}
            <input type="hidden" name="after" value=after/>
            <button class="button" aria-label=page::mark_reply_as_done(&contact)>{page::mark_as_done()}</button>
        </form>
    }
}
