//! The navigation in the head of a page: its links, the viewer, and **Sign out**.

use super::organizations::Organizations;
use crate::api::session::SignOut;
use crate::domain::{Role, Viewer};
use crate::view_models::{escalated_figure, requests_figure};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_router::hooks::use_location;
use sentences::{admin, page};

/// How many requests wait for a decision, as the page is made; who decides is given it as context.
#[derive(Debug, Clone, Copy)]
pub struct PendingCount(pub u32);

/// How many escalated conversations wait for somebody, as the page is made; likewise given to admins, and to whose teams
/// handle escalation tags.
#[derive(Debug, Clone, Copy)]
pub struct EscalatedCount(pub u32);

/// The path and the title of a link, in the language of who reads.
type NavLink = (&'static str, fn() -> &'static str);

const CAMPAIGNS: NavLink = ("/campaigns", page::campaigns);
const REQUESTS: NavLink = ("/requests", page::assignment_requests);
const ESCALATED: NavLink = ("/escalated", page::escalated);
const REVIEW: NavLink = ("/review", page::message_review);
const RELEASES: NavLink = ("/releases", admin::release_history);
const TEXTS: NavLink = ("/texts", page::my_texts);
/// What is set up once and looked at now and then: behind one button, which keeps the head short.
const SET_UP: [NavLink; 10] = [
    REVIEW,
    ("/assignment", admin::assignment_control),
    ("/teams", admin::teams),
    ("/tags", page::tags),
    ("/people", page::people),
    ("/opt-outs", page::opt_outs),
    ("/unanswerable", page::replies_nobody_can_answer),
    ("/unmatched", page::unmatched_texts),
    ("/figures", page::figures),
    ("/settings", page::settings),
];

/// The links of a role, who is signed in, and **Sign out**.
#[component]
pub(super) fn Nav(viewer: Viewer) -> impl IntoView {
    let administers = viewer.role >= Role::Admin;
    let main: &[NavLink] = if administers {
        &[CAMPAIGNS, REQUESTS, ESCALATED]
    } else if viewer.role >= Role::Supervolunteer {
        &[TEXTS, REVIEW, REQUESTS, ESCALATED]
    } else if use_context::<EscalatedCount>().is_some() {
        &[TEXTS, ESCALATED]
    } else {
        // Other texters have one page of their own, to which the logo leads.
        &[]
    };
    let links = main
        .iter()
        .map(|link| view! { <NavItem link=*link/> })
        .collect_view();
    let set_up = administers.then(|| {
        view! {
            <SetUp/>
            <NavItem link=RELEASES/>
            <NavItem link=TEXTS/>
        }
    });
    let any = !main.is_empty();
    view! {
        {any.then(|| view! { <nav class="main-nav" aria-label=page::main_navigation()>{links}{set_up}</nav> })}
        <div class="who">
            <a href="/account" title=page::your_account() aria-current=current("/account")><strong>{viewer.name}</strong><span>{viewer.organization_name}</span></a>
            <form method="post" action=SignOut::PATH>
                <button class="button quiet">{page::sign_out()}</button>
            </form>
        </div>
        <Organizations/>
    }
}

/// `page` on the page itself, `true` on what lies below it.
fn current(path: &str) -> Option<&'static str> {
    let here = use_location().pathname.get_untracked();
    let rest = here.strip_prefix(path)?;
    match rest {
        "" => Some("page"),
        rest => rest.starts_with('/').then_some("true"),
    }
}

#[component]
fn NavItem(link: NavLink) -> impl IntoView {
    let (path, name) = link;
    // Empty at none: the style sheet hides it then. An empty text would be a space.
    let badge = figure(path).map(|(name, words)| {
        let words = Some(words).filter(|words| !words.is_empty());
        view! { " "<span class="badge" data-figure=name>{words}</span> }
    });
    view! { <a href=path aria-current=current(path)>{name()}{badge}</a> }
}

/// The name and the words of a link's badge, if it has one.
fn figure(path: &str) -> Option<(String, String)> {
    if path == REQUESTS.0 {
        let pending = use_context::<PendingCount>();
        Some(requests_figure(pending.map_or(0, |count| count.0)))
    } else if path == ESCALATED.0 {
        let waiting = use_context::<EscalatedCount>();
        Some(escalated_figure(waiting.map_or(0, |count| count.0)))
    } else {
        None
    }
}

/// A button and a popover, which the browser opens and closes by itself.
#[component]
fn SetUp() -> impl IntoView {
    let here = SET_UP.iter().any(|(path, _)| current(path).is_some());
    let items = SET_UP
        .iter()
        .map(
            |(path, name)| view! { <li><a href=*path aria-current=current(path)>{name()}</a></li> },
        )
        .collect_view();
    view! {
        <button type="button" class="main-nav-more" class:main-nav-here=here popovertarget="set-up">
            {page::set_up()}
            <svg viewBox="0 0 12 12" aria-hidden="true"><path d="m2.5 4.5 3.5 3.5 3.5-3.5"></path></svg>
        </button>
        <ul id="set-up" class="menu" popover="auto">{items}</ul>
    }
}
