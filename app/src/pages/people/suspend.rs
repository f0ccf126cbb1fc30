//! The confirmation of a suspension.

use super::person_role::change_to;
use crate::api;
use crate::api::people::Suspend;
use crate::domain::{MemberId, Role};
use crate::error::AppError;
use crate::pages::form_state::FormState;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::path_id;
use crate::view_models::{holdings_words, not_released_words};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{island, page};

/// What a suspension does, what the member holds, and whether that is released with it.
#[component]
pub fn SuspendPersonPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let member = path_id::<MemberId>()?;
        let ports = api::ports()?;
        let person = ports.people.person(&viewer, member).await?;
        let may = change_to(&viewer, &person, Role::Suspended).check().is_ok();
        if person.row.role == Role::Suspended || !may {
            return Err(AppError::Invalid(page::cannot_be_suspended(
                &person.row.name,
            )));
        }
        let back = format!("/people/{member}");
        let title = page::suspend_name(&person.row.name);
        let holds = page::holds_in_hand(&holdings_words(&person.holdings));
        let left_out = not_released_words(&person.holdings).into_iter();
        let left_out = left_out
            .map(|words| view! { <li>{words}</li> })
            .collect_view();
        let makes_links = person.row.role >= Role::Admin;
        let waits = ports
            .member_roles
            .has_pending_request(&viewer, member)
            .await?;
        let and_release = FormState::of("suspend").on("release", true);
        Ok(view! {
            <Page title=title.clone() viewer=Some(viewer.into()) class="narrow">
                <p class="back"><a href=back.clone()>{person.row.name.clone()}</a></p>
                <h1>{title}</h1>
                <form method="post" action=Suspend::PATH class="card">
                    <ul class="consequences">
                        <li>{page::what_suspending_does()}</li>
                        {makes_links.then(|| view! { <li>{page::links_end_with_suspension()}</li> })}
                        {waits.then(|| view! { <li>{page::pending_request_is_denied()}</li> })}
                        <li>{holds}</li>
                        {left_out}
                    </ul>
                    <input type="hidden" name="member" value=member.to_string()/>
                    <input type="hidden" name="was" value=person.row.role.as_str()/>
                    <label class="confirm-checkbox">
                        <input
                            type="checkbox"
                            name="release"
                            value="true"
                            checked=and_release
                            aria-describedby="release-hint"
                        />
                        <span>{page::and_release_everything()}</span>
                    </label>
                    <p class="hint" id="release-hint">{page::what_releasing_everything_does()}</p>
                    <div class="dialog-actions">
                        <a class="button" href=back>{island::cancel()}</a>
                        <button class="button danger">{page::suspend()}</button>
                    </div>
                </form>
            </Page>
        }
        .into_any())
    })
}
