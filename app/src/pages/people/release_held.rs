//! The confirmation of the release of what a suspended member holds.

use crate::api;
use crate::api::people::ReleaseHeld;
use crate::domain::{MemberId, Role};
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::path_id;
use crate::ports::Person;
use crate::view_models::{holdings_words, not_released_words};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{island, page};

/// What they hold, what of it stays with them, and what the release does.
#[component]
pub fn ReleaseHeldPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let member = path_id::<MemberId>()?;
        let person = api::ports()?.people.person(&viewer, member).await?;
        let back = format!("/people/{member}");
        let title = page::release_what_name_holds(&person.row.name);
        Ok(view! {
            <Page title=title.clone() viewer=Some(viewer.into()) class="narrow">
                <p class="back"><a href=back.clone()>{person.row.name.clone()}</a></p>
                <h1>{title}</h1>
                <Content person back/>
            </Page>
        }
        .into_any())
    })
}

/// The form, or why there is none.
#[component]
fn Content(person: Person, back: String) -> impl IntoView {
    if person.row.role != Role::Suspended {
        return view! { <p class="notice">{page::is_not_suspended()}</p> }.into_any();
    }
    let holds = page::holds_in_hand(&holdings_words(&person.holdings));
    let left_out = not_released_words(&person.holdings).into_iter();
    let left_out = left_out
        .map(|words| view! { <li>{words}</li> })
        .collect_view();
    let can_release = person.holdings.releasable() > 0;
    view! {
        <form method="post" action=ReleaseHeld::PATH class="card">
            <ul class="consequences">
                <li>{holds}</li>
                {left_out}
            </ul>
            {can_release.then(|| view! { <p class="hint">{page::what_releasing_everything_does()}</p> })}
            <input type="hidden" name="member" value=person.row.member.to_string()/>
            <div class="dialog-actions">
                <a class="button" href=back>{island::cancel()}</a>
                {can_release.then(|| view! {
                    <button class="button primary">{page::release_what_they_hold()}</button>
                })}
            </div>
        </form>
    }
    .into_any()
}
