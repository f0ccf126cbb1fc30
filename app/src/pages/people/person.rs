//! The page of one member.

use super::person_role::PersonRole;
use super::person_teams::PersonTeams;
use super::role_tag::RoleTag;
use crate::api;
use crate::components::date_words;
use crate::domain::{MemberId, Role, Viewer};
use crate::pages::flash::Flash;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::{path_id, query};
use crate::ports::Person;
use crate::view_models::holdings_words;
use leptos::prelude::*;
use sentences::page;

/// Who they are, what they hold, and their teams.
#[component]
pub fn PersonPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let member = path_id::<MemberId>()?;
        let people = api::ports()?.people;
        let person = people.person(&viewer, member).await?;
        let search = query("team").unwrap_or_default();
        let others = people.other_teams(&viewer, member, &search).await?;
        let name = person.row.name.clone();
        // A link for whoever may do more would be refused.
        let manageable = person.row.role <= Viewer::from(viewer.clone()).role;
        let audit = (viewer.role >= Role::Owner).then(|| {
            let path = format!("/audit?person={member}&part=either");
            view! { <a class="button" href=path>{page::audit_log()}</a> }
        });
        Ok(view! {
            <Page title=name.clone() viewer=Some(viewer.clone().into())>
                <p class="back"><a href="/people">{page::people()}</a></p>
                <h1>{name}</h1>
                <p class="lead">{person.row.email.clone()}</p>
                <Flash words=&[
                    ("role", page::role_is_changed),
                    ("suspended", page::is_suspended_now),
                    ("lifted", page::suspension_is_lifted),
                    ("held-nothing", page::there_was_nothing_to_release),
                    ("team-added", page::added_to_team),
                    ("team-removed", page::removed_from_team),
                ]/>
                <Facts person=person.clone()/>
                <PersonRole viewer person=person.clone()/>
                <PersonTeams member teams=person.teams others search/>
                <p class="actions">
                    <a class="button" href=format!("/people/{member}/figures")>{page::show_figures()}</a>
                    {manageable.then(|| view! {
                        <a class="button" href=format!("/people/{member}/password-link")>{page::make_password_link()}</a>
                    })}
                    {audit}
                </p>
            </Page>
        }
        .into_any())
    })
}

#[component]
fn Facts(person: Person) -> impl IntoView {
    view! {
        <dl class="facts">
            <div><dt>{page::role()}</dt><dd><RoleTag role=person.row.role/></dd></div>
            <div><dt>{page::approval_level()}</dt><dd>{person.row.level.to_string()}</dd></div>
            <div><dt>{page::member_since()}</dt><dd>{date_words(person.since)}</dd></div>
            <div><dt>{page::holds_now()}</dt><dd>{holdings_words(&person.holdings)}</dd></div>
        </dl>
    }
}
