//! The list of people, with a search.

use crate::api;
use crate::api::people::SaveLevels;
use crate::components::{Choice, EmptyState, form_error};
use crate::domain::{ApprovalLevel, MemberId, Role};
use crate::number::pluralize;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::{query, query_as};
use crate::ports::PersonRow;
use crate::url::with_query;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// A page of members, by name, with one **Save** for all of their approval levels.
#[component]
pub fn PeoplePage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let search = query("q").unwrap_or_default();
        let after = query_as::<MemberId>("after");
        let page = api::ports()?.people.people(&viewer, &search, after).await?;
        let saved = query_as::<u32>("saved").filter(|_| form_error().is_none());
        let key = after.map(|after| after.to_string()).unwrap_or_default();
        let newest = after.map(|_| {
            let path = with_query("/people", &[("q", &search)]);
            view! { <a class="button" href=path>"First page"</a> }
        });
        let next = page.next.map(|next| {
            let path = with_query("/people", &[("q", &search), ("after", &next.to_string())]);
            view! { <a class="button" rel="next" href=path>"Next page"</a> }
        });
        let content = if page.rows.is_empty() {
            view! {
                <EmptyState title="No one found" text="Search by part of a name or e-mail address."/>
            }
            .into_any()
        } else {
            let rows = page
                .rows
                .into_iter()
                .enumerate()
                .map(|(index, person)| view! { <Person index person/> })
                .collect_view();
            view! {
                <form method="post" action=SaveLevels::PATH data-unsaved="levels">
                    <input type="hidden" name="q" value=search.clone()/>
                    <input type="hidden" name="after" value=key/>
                    <ul class="rows people" aria-label="People">{rows}</ul>
                    <div class="save-bar">
                        <p class="hint unsaved-note" role="status" hidden>"You have unsaved changes."</p>
                        <button class="button primary">"Save"</button>
                    </div>
                </form>
            }
            .into_any()
        };
        Ok(view! {
            <Page title="People" viewer=Some(viewer.into())>
                <h1>"People"</h1>
                <p class="lead">
                    "The approval level decides whether requests for texts need approval. New members get “"
                    {page.default_level.to_string()}"”, set on "<a href="/assignment">"Assignment Control"</a>"."
                </p>
                <div role="status">
                    {saved.map(|saved| view! { <p class="notice notice-good">{saved_words(saved)}</p> })}
                </div>
                <form method="get" action="/people" class="search" role="search">
                    <label class="heard" for="q">"Name or e-mail"</label>
                    <input id="q" type="text" name="q" value=search placeholder="Name or e-mail" autocomplete="off"/>
                    <button class="button">"Search"</button>
                </form>
                {content}
                <p class="paging">{newest}{next}</p>
            </Page>
        }
        .into_any())
    })
}

fn saved_words(saved: u32) -> String {
    match saved {
        0 => "There were no changes to save.".to_owned(),
        saved => format!(
            "{} saved.",
            pluralize(saved, "approval level", "approval levels")
        ),
    }
}

#[component]
fn Person(index: usize, person: PersonRow) -> impl IntoView {
    let field = |name: &str| format!("levels[{index}][{name}]");
    let options = ApprovalLevel::ALL
        .map(|level| (level.as_str(), level.to_string()))
        .into();
    let teams =
        (person.teams > 0).then(|| format!(" · {}", pluralize(person.teams, "team", "teams")));
    let class = match person.role {
        Role::Suspended => "tag tag-failed",
        Role::Texter => "tag",
        Role::Supervolunteer | Role::Admin | Role::Owner => "tag tag-started",
    };
    view! {
        <li class="row">
            <div class="row-main">
                <strong>{person.name.clone()}</strong>" "<span class=class>{capital(person.role.as_str())}</span>
                <p>{person.email}{teams}</p>
            </div>
            <input type="hidden" name=field("member") value=person.member.to_string()/>
            <input type="hidden" name=field("was") value=person.level.as_str()/>
            <Choice
                id=format!("level-{}", person.member)
                name=field("level")
                label=format!("Approval level of {}", person.name)
                heard=true
                options
                chosen=person.level.as_str()
            />
        </li>
    }
}

/// With a capital letter, as it stands alone.
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}
