//! The page that moves a reply of an archived campaign to one that runs, and the ways there and back.

use crate::api;
use crate::api::conversations::MoveReply;
use crate::components::{EmptyState, form_error};
use crate::domain::{
    Admin, CampaignId, ConversationId, ConversationStatus, ConversationView, MoveTarget, Role,
    Texter, contact_name,
};
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::pieces::{PLACE, pieces};
use crate::pages::query::{path_id, query, query_as};
use crate::ports::Ports;
use crate::url::with_query;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{admin, page};

/// The field of an address that says on which page of the replies that nobody can answer a conversation was opened: after
/// which other one it begins.
pub const LISTED_AFTER: &str = "listed_after";

fn listed_after() -> String {
    query(LISTED_AFTER).unwrap_or_default()
}

/// Campaigns that run, the newest first, each with the button that moves the reply there.
#[component]
pub fn MoveReplyPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let id = path_id::<ConversationId>()?;
        let search = query("q").unwrap_or_default();
        let conversations = api::ports()?.conversations;
        let reply = conversations.movable(&viewer, id, &search).await?;
        let contact = contact_name(&reply.contact);
        let none = reply.targets.is_empty();
        let after = listed_after();
        let targets = reply
            .targets
            .into_iter()
            .map(|target| view! { <Target conversation=id target after=after.clone()/> })
            .collect_view();
        let empty = none.then(|| {
            if search.trim().is_empty() {
                view! { <EmptyState title=page::no_campaign_is_running() text=page::launch_a_campaign_first()/> }.into_any()
            } else {
                view! { <p class="hint">{page::no_running_campaign_found()}</p> }.into_any()
            }
        });
        let back = with_query(&format!("/texts/{id}"), &[(LISTED_AFTER, &after)]);
        let [before, between, behind] = pieces(&page::what_moving_does(PLACE, PLACE));
        Ok(view! {
            <Page title=page::move_to_another_campaign() viewer=Some(viewer.into()) class="narrow">
                <p class="back"><a href=back>{contact.clone()}</a></p>
                <h1>{page::move_to_another_campaign()}</h1>
                <p class="lead">
                    {before}<strong>{contact}</strong>{between}<strong>{reply.campaign_title}</strong>{behind}
                </p>
                <section class="card part" aria-label=page::running_campaigns()>
                    <form method="get" action=format!("/texts/{id}/move") class="search" role="search">
                        <input type="hidden" name=LISTED_AFTER value=after/>
                        <label class="heard" for="find-campaign">{page::title()}</label>
                        <input id="find-campaign" type="text" name="q" value=search placeholder=page::title() autocomplete="off"/>
                        <button class="button">{page::search()}</button>
                    </form>
                    {empty}
                    <ul class="entries" aria-label=page::running_campaigns()>{targets}</ul>
                    {reply.more.then(|| view! { <p class="hint">{page::there_are_more()}</p> })}
                </section>
            </Page>
        }
        .into_any())
    })
}

/// A campaign, who could take the reply there, and the button.
#[component]
fn Target(conversation: ConversationId, target: MoveTarget, after: String) -> impl IntoView {
    let note = match (target.auto_assign, target.team_restricted) {
        (true, false) => "",
        (true, true) => admin::teams_only(),
        (false, false) => page::nobody_can_request_it(),
        (false, true) => page::nobody_of_teams_can_request_it(),
    };
    view! {
        <li class="entry">
            <div><strong>{target.title.clone()}</strong>" "<small>{note}</small></div>
            <form method="post" action=MoveReply::PATH>
                <input type="hidden" name="conversation" value=conversation.to_string()/>
                <input type="hidden" name="campaign" value=target.id.to_string()/>
                <input type="hidden" name="after" value=after/>
                <button class="button" aria-label=page::move_here_to(&target.title)>{page::move_here()}</button>
            </form>
        </li>
    }
}

/// The way to the page, for an admin who reads a reply that can be moved.
#[component]
pub fn MoveLink<'a>(viewer: &'a Texter, view: &'a ConversationView) -> impl IntoView {
    let movable = viewer.role >= Role::Admin
        && view.archived
        && !view.opted_out
        && view.status == ConversationStatus::NeedsResponse;
    movable.then(|| {
        let path = format!("/texts/{}/move", view.id);
        let path = with_query(&path, &[(LISTED_AFTER, &listed_after())]);
        view! {
            <p class="notice">
                {page::nobody_can_answer_here()}" "
                <a href=path>{page::move_to_another_campaign()}</a>
            </p>
        }
    })
}

/// The title of the campaign to which a reply was just moved, if the browser comes from moving it.
pub async fn moved_to(ports: &Ports, viewer: &Admin) -> Option<String> {
    let campaign = query_as::<CampaignId>("moved").filter(|_| form_error().is_none())?;
    let found = ports.campaigns.find(viewer, campaign).await;
    found.ok().map(|campaign| campaign.title)
}

/// That a reply was moved to this campaign.
#[component]
pub fn MovedNotice(title: Option<String>) -> impl IntoView {
    let [before, after] = pieces(&page::reply_was_moved(PLACE));
    view! {
        <div role="status">
            {title.map(|title| view! {
                <p class="notice notice-good">{before}<strong>{title}</strong>{after}</p>
            })}
        </div>
    }
}
