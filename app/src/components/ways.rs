//! The head of a page: where one can go, who one is, and the way out.

use crate::domain::Viewer;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// How many requests wait for a decision, as the page is made; who decides is given it as context.
#[derive(Debug, Clone, Copy)]
pub struct PendingRequests(pub u32);

/// Where a link of the head leads, and what it is called.
type Way = (&'static str, &'static str);

const CAMPAIGNS: Way = ("/campaigns", "Campaigns");
const REQUESTS: Way = ("/requests", "Assignment Requests");
const RELEASES: Way = ("/releases", "Release history");
const TEXTS: Way = ("/texts", "My texts");
/// What is set up once and looked at now and then: behind one button, which keeps the head short.
const SET_UP: [Way; 4] = [
    ("/assignment", "Assignment Control"),
    ("/teams", "Teams"),
    ("/tags", "Tags"),
    ("/people", "People"),
];

/// The ways that a role has, who is signed in, and the way out.
#[component]
pub(super) fn Ways(viewer: Viewer) -> impl IntoView {
    let administers = viewer.role.may_administer();
    let ways: &[Way] = if administers {
        &[CAMPAIGNS, REQUESTS]
    } else if viewer.role.may_decide() {
        &[TEXTS, REQUESTS]
    } else {
        // Who has one way only is on it, or gets there by the name of the house.
        &[]
    };
    let links = ways
        .iter()
        .map(|way| view! { <WayTo way=*way/> })
        .collect_view();
    let set_up = administers.then(|| {
        view! {
            <SetUp/>
            <WayTo way=RELEASES/>
            <WayTo way=TEXTS/>
        }
    });
    let any = !ways.is_empty();
    view! {
        {any.then(|| view! { <nav class="ways" aria-label="Main">{links}{set_up}</nav> })}
        <div class="who">
            <p><strong>{viewer.name}</strong><span>{viewer.organization_name}</span></p>
            <form method="post" action="/api/session/sign-out">
                <button class="button quiet">"Sign out"</button>
            </form>
        </div>
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
fn WayTo(way: Way) -> impl IntoView {
    let (path, name) = way;
    let badge = (way == REQUESTS).then(|| {
        let pending = use_context::<PendingRequests>().map_or(0, |pending| pending.0);
        // Empty at none: the style sheet hides it then.
        let words = if pending > 0 {
            pending.to_string()
        } else {
            String::new()
        };
        view! { " "<span class="badge" data-figure="requests">{words}</span> }
    });
    view! { <a href=path aria-current=current(path)>{name}{badge}</a> }
}

/// A button and a popover, which the browser opens and closes by itself.
#[component]
fn SetUp() -> impl IntoView {
    let here = SET_UP.iter().any(|(path, _)| current(path).is_some());
    let items = SET_UP
        .iter()
        .map(|(path, name)| view! { <li><a href=*path aria-current=current(path)>{*name}</a></li> })
        .collect_view();
    view! {
        <button type="button" class="ways-more" class:ways-here=here popovertarget="set-up">
            "Set up"
            <svg viewBox="0 0 12 12" aria-hidden="true"><path d="m2.5 4.5 3.5 3.5 3.5-3.5"></path></svg>
        </button>
        <ul id="set-up" class="menu" popover="auto">{items}</ul>
    }
}
