//! The page **Escalated**.

use crate::api;
use crate::api::escalations::TakeEscalated;
use crate::components::{Clock, EmptyState};
use crate::domain::{EscalatedConversation, EscalatedKey, Role, contact_name};
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::query_as;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::page;

/// How many conversations a page lists before it offers a next one.
const PER_PAGE: u32 = 50;

/// Escalated conversations that nobody has, the longest waiting first, each with the button that takes it. Admins see all
/// of them, and can read them without taking them.
#[component]
pub fn EscalatedPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::texter()?;
        let after = query_as::<EscalatedKey>("after");
        let escalations = api::ports()?.escalations;
        let mut waiting = escalations.escalated(&viewer, after, PER_PAGE + 1).await?;
        let more = waiting.len() > PER_PAGE as usize;
        waiting.truncate(PER_PAGE as usize);
        let next = waiting.last().filter(|_| more).map(|last| {
            let path = format!("/escalated?after={}", last.key);
            view! { <p class="paging"><a class="button" rel="next" href=path>{page::next_page()}</a></p> }
        });
        let sees_all = viewer.role >= Role::Admin;
        let lead = if sees_all {
            page::what_all_escalated_are()
        } else {
            page::what_escalated_are()
        };
        let content = if waiting.is_empty() {
            let (title, text) = (page::nothing_here(), page::escalated_appear_here());
            view! { <EmptyState title text/> }.into_any()
        } else {
            let rows = waiting
                .into_iter()
                .map(|conversation| view! { <Row conversation may_read=sees_all/> })
                .collect_view();
            view! { <ol class="rows" aria-label=page::escalated()>{rows}</ol> }.into_any()
        };
        Ok(view! {
            <Page title=page::escalated() viewer=Some(viewer.into()) class="narrow">
                <h1>{page::escalated()}</h1>
                <p class="lead">{lead}</p>
                {content}
                {next}
            </Page>
        }
        .into_any())
    })
}

#[component]
fn Row(conversation: EscalatedConversation, may_read: bool) -> impl IntoView {
    let EscalatedKey { since, id } = conversation.key;
    let contact = contact_name(&conversation.contact);
    let tags = conversation
        .tags
        .into_iter()
        .map(|tag| view! { " "<span class="tag">{tag}</span> })
        .collect_view();
    let by = conversation
        .by
        .map(|name| view! { " · "{page::escalated_by(&name)} });
    // What was never held is not known to be escalated since a certain moment.
    let since = (since.timestamp() > 0).then(|| view! { " · "<Clock at=since/> });
    let read = may_read.then(|| {
        let name = page::read_conversation_of(&contact);
        view! { <a class="button" href=format!("/texts/{id}#latest") aria-label=name>{page::read_conversation()}</a> }
    });
    let take = conversation.may_take.then(|| {
        let name = page::take_escalated_of(&contact);
        view! {
            <form method="post" action=TakeEscalated::PATH>
                <input type="hidden" name="conversation" value=id.to_string()/>
                <button class="button primary" aria-label=name>{page::take_escalated()}</button>
            </form>
        }
    });
    view! {
        <li class="row">
            <div class="row-main">
                <strong>{contact}</strong>{tags}
                <p>{conversation.campaign_title}{since}{by}</p>
            </div>
            {read}
            {take}
        </li>
    }
}
