//! The list of people, with a search.

use super::role_tag::{RoleTag, role_name};
use crate::api;
use crate::api::people::SaveLevels;
use crate::components::{Choice, EmptyState, form_error};
use crate::domain::{ApprovalLevel, MemberId, Role};
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::pieces::{PLACE, pieces};
use crate::pages::query::{query, query_as};
use crate::ports::PersonRow;
use crate::url::with_query;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{admin, page};

/// A page of members, by name, with one **Save** for all of their approval levels.
#[component]
pub fn PeoplePage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let search = query("q").unwrap_or_default();
        let role = query_as::<Role>("role");
        let role_word = role.map_or("", Role::as_str);
        let after = query_as::<MemberId>("after");
        let people = api::ports()?.people;
        let found = people.people(&viewer, &search, role, after).await?;
        let saved = query_as::<u32>("saved").filter(|_| form_error().is_none());
        let key = after.map(|after| after.to_string()).unwrap_or_default();
        let newest = after.map(|_| {
            let path = with_query("/people", &[("q", &search), ("role", role_word)]);
            view! { <a class="button" href=path>{page::first_page()}</a> }
        });
        let next = found.next.map(|next| {
            let path = with_query(
                "/people",
                &[
                    ("q", &search),
                    ("role", role_word),
                    ("after", &next.to_string()),
                ],
            );
            view! { <a class="button" rel="next" href=path>{page::next_page()}</a> }
        });
        let content = if found.rows.is_empty() {
            view! {
                <EmptyState title=page::no_one_found() text=page::search_by_part()/>
            }
            .into_any()
        } else {
            let rows = found
                .rows
                .into_iter()
                .enumerate()
                .map(|(index, person)| view! { <Person index person/> })
                .collect_view();
            view! {
                <form method="post" action=SaveLevels::PATH data-unsaved="levels">
                    <input type="hidden" name="q" value=search.clone()/>
                    <input type="hidden" name="role" value=role_word/>
                    <input type="hidden" name="after" value=key/>
                    <ul class="rows people" aria-label=page::people()>{rows}</ul>
                    <div class="save-bar">
                        <p class="hint unsaved-note" role="status" hidden>{page::you_have_unsaved_changes()}</p>
                        <button class="button primary">{admin::save()}</button>
                    </div>
                </form>
            }
            .into_any()
        };
        let audit = (viewer.role >= Role::Owner)
            .then(|| view! { <a class="button" href="/audit">{page::audit_log()}</a> });
        let default_level = found.default_level.to_string();
        let roles = std::iter::once(("", page::every_role().to_owned()))
            .chain(Role::ALL.map(|role| (role.as_str(), role_name(role).to_owned())))
            .collect();
        let levels = page::what_approval_levels_do(&default_level, PLACE);
        let [before_link, after_link] = pieces(&levels);
        Ok(view! {
            <Page title=page::people() viewer=Some(viewer.into())>
                <h1>{page::people()}</h1>
                <p class="lead">{before_link}<a href="/assignment">{admin::assignment_control()}</a>{after_link}</p>
                <p class="actions"><a class="button" href="/people/invites">{page::invite_links()}</a>{audit}</p>
                <div role="status">
                    {saved.map(|saved| view! { <p class="notice notice-good">{page::levels_are_saved(saved)}</p> })}
                </div>
                <form method="get" action="/people" class="search" role="search">
                    <label class="heard" for="q">{page::name_or_email()}</label>
                    <input id="q" type="text" name="q" value=search placeholder=page::name_or_email() autocomplete="off"/>
                    <Choice id="role" name="role" label=page::role() heard=true options=roles chosen=role_word/>
                    <button class="button">{page::search()}</button>
                </form>
                {content}
                <p class="paging">{newest}{next}</p>
            </Page>
        }
        .into_any())
    })
}

#[component]
fn Person(index: usize, person: PersonRow) -> impl IntoView {
    let field = |name: &str| format!("levels[{index}][{name}]");
    let options = ApprovalLevel::ALL
        .map(|level| (level.as_str(), level.to_string()))
        .into();
    let teams = (person.teams > 0).then(|| [" · ", &page::counted_teams(person.teams)].concat());
    view! {
        <li class="row">
            <div class="row-main">
                <a href=format!("/people/{}", person.member)><strong>{person.name.clone()}</strong></a>" "<RoleTag role=person.role/>
                <p>{person.email}{teams}</p>
            </div>
            <input type="hidden" name=field("member") value=person.member.to_string()/>
            <input type="hidden" name=field("was") value=person.level.as_str()/>
            <Choice
                id=format!("level-{}", person.member)
                name=field("level")
                label=page::approval_level_of(&person.name)
                heard=true
                options
                chosen=person.level.as_str()
            />
        </li>
    }
}
