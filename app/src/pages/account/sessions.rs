//! The list of one's own sessions.

use crate::api::account::SignOutEverywhere;
use crate::components::Clock;
use crate::pages::organizations::other_organizations;
use crate::pages::pieces::{PLACE, pieces};
use crate::ports::OwnSession;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::page;

/// Where the viewer is signed in, and **Sign out everywhere**.
#[component]
pub(super) fn Sessions(sessions: Vec<OwnSession>) -> impl IntoView {
    let has_several = other_organizations().is_some();
    let rows = sessions
        .into_iter()
        .map(|session| view! { <Session session has_several/> })
        .collect_view();
    view! {
        <section class="account-sessions" aria-labelledby="sessions-title">
            <h2 id="sessions-title">{page::where_you_are_signed_in()}</h2>
            <ul class="rows" aria-labelledby="sessions-title">{rows}</ul>
            <form method="post" action=SignOutEverywhere::PATH class="form">
                <p class="hint">{page::what_signing_out_everywhere_does()}</p>
                <button class="button">{page::sign_out_everywhere()}</button>
            </form>
        </section>
    }
}

#[component]
fn Session(session: OwnSession, has_several: bool) -> impl IntoView {
    let browser = session.browser.map_or_else(
        || page::unknown_browser().to_owned(),
        |browser| page::browser_on(&browser.name, &browser.system),
    );
    let this = session
        .is_this
        .then(|| view! { " "<span class="tag tag-started">{page::this_browser()}</span> });
    let browser = if has_several {
        page::browser_in_organization(&browser, &session.organization)
    } else {
        browser
    };
    let sentence = if session.used_at.is_some() {
        page::signed_in_and_used(PLACE, PLACE)
    } else {
        page::signed_in_at(PLACE)
    };
    let [before, between, after] = pieces(&sentence);
    let used_at = session.used_at.map(|at| view! { <Clock at/> });
    view! {
        <li class="row">
            <div class="row-main">
                <strong>{browser}</strong>{this}
                <p>{before}<Clock at=session.signed_in_at/>{between}{used_at}{after}</p>
            </div>
        </li>
    }
}
