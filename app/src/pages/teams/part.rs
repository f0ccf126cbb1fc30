//! The lists of a team's members, campaigns and escalation tags: what is part of it, and what could be added.

use crate::api;
use crate::api::teams::ChangeTeam;
use crate::domain::{Admin, TeamId};
use crate::error::AppError;
use crate::pages::query::{query, query_as};
use crate::ports::{TeamEntries, TeamEntry, TeamList};
use crate::url::with_query;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// Whose lists, and who looks.
pub(super) struct TeamLists<'a> {
    pub viewer: &'a Admin,
    pub team: TeamId,
}

/// One of the lists, read.
pub(super) struct LoadedList {
    team: TeamId,
    words: Words,
    /// Part of the team.
    inside: TeamEntries,
    /// The first page of them.
    first: bool,
    /// What could become part of it.
    outside: TeamEntries,
    search: String,
}

/// How a list speaks.
struct Words {
    /// Its anchor, and its place in the address.
    id: &'static str,
    title: &'static str,
    lead: &'static str,
    /// The form field of an entry's id.
    field: &'static str,
    nothing: &'static str,
    nothing_else: &'static str,
    add: &'static str,
    find: &'static str,
    /// The query fields of the search and of the key.
    search: &'static str,
    after: &'static str,
}

const MEMBERS: Words = Words {
    id: "members",
    title: "Members",
    lead: "They see this team’s pool in the request form, before General.",
    field: "member",
    nothing: "This team has no members yet, so no one can request from its pool.",
    nothing_else: "No one found with this name.",
    add: "Add a member",
    find: "Name or e-mail",
    search: "member",
    after: "members_after",
};
const CAMPAIGNS: Words = Words {
    id: "campaigns",
    title: "Campaigns",
    lead: "Members can request texts of these campaigns.",
    field: "campaign",
    nothing: "This team has no campaigns yet, so its pool is empty.",
    nothing_else: "No campaign found with this title.",
    add: "Add a campaign",
    find: "Title",
    search: "campaign",
    after: "campaigns_after",
};
const TAGS: Words = Words {
    id: "tags",
    title: "Escalation tags",
    lead: "A conversation with escalation tags goes only to texters whose teams have all of them.",
    field: "tag",
    nothing: "This team has no escalation tags yet.",
    nothing_else: "No other escalation tags. Create tags on the Tags page.",
    add: "Add an escalation tag",
    find: "Title",
    search: "tag",
    after: "tags_after",
};

impl TeamLists<'_> {
    /// Reads a list, as the address asks for it.
    pub async fn list(&self, list: TeamList) -> Result<LoadedList, AppError> {
        let words = match list {
            TeamList::Members => MEMBERS,
            TeamList::Campaigns => CAMPAIGNS,
            TeamList::Tags => TAGS,
        };
        let (viewer, team) = (self.viewer, self.team);
        let search = query(words.search).unwrap_or_default();
        let after: Option<i64> = query_as(words.after);
        let teams = api::ports()?.teams;
        Ok(LoadedList {
            team,
            inside: teams
                .team_entries(viewer, team, list, true, "", after)
                .await?,
            outside: teams
                .team_entries(viewer, team, list, false, &search, None)
                .await?,
            first: after.is_none(),
            words,
            search,
        })
    }
}

/// The list as a card: what is in it, each with the button that takes it out, and below it what can be
/// added, behind a search.
#[component]
pub(super) fn Part(part: LoadedList) -> impl IntoView {
    let LoadedList {
        team,
        words,
        inside,
        first,
        outside,
        search,
    } = part;
    let page = format!("/teams/{team}");
    let field = words.field;
    let heading = format!("{}-title", words.id);
    let searched = !search.is_empty();
    let empty = inside.entries.is_empty() && first;
    let entries = inside
        .entries
        .into_iter()
        .map(|entry| view! { <Entry team field entry add=false/> })
        .collect_view();
    let none_to_add = outside.entries.is_empty();
    let addable = outside
        .entries
        .into_iter()
        .map(|entry| view! { <Entry team field entry add=true/> })
        .collect_view();
    let anchor = format!("#{}", words.id);
    let next = inside.next.map(|next| {
        let path = with_query(&page, &[(words.after, &next.to_string())]);
        view! { <a class="button" rel="next" href=[path, anchor.clone()].concat()>"Next page"</a> }
    });
    let back = (!first).then(|| view! { <a class="button" href=[page.clone(), anchor.clone()].concat()>"First page"</a> });
    let more = outside.next.is_some();
    view! {
        <section class="card part" id=words.id aria-labelledby=heading.clone()>
            <h2 id=heading.clone()>{words.title}</h2>
            <p>{words.lead}</p>
            {empty.then(|| view! { <p class="notice">{words.nothing}</p> })}
            <ul class="entries" aria-label=words.title>{entries}</ul>
            <p class="paging">{back}{next}</p>
            <details open=searched>
                <summary>{words.add}</summary>
                <form method="get" action=[page, anchor].concat() class="search">
                    <label class="heard" for=format!("find-{field}")>{words.find}</label>
                    <input id=format!("find-{field}") type="text" name=words.search value=search placeholder=words.find autocomplete="off"/>
                    <button class="button">"Search"</button>
                </form>
                {none_to_add.then(|| view! { <p class="hint">{words.nothing_else}</p> })}
                <ul class="entries" aria-label=words.add>{addable}</ul>
                {more.then(|| view! { <p class="hint">"There are more. Search to find them."</p> })}
            </details>
        </section>
    }
}

/// An entry and the button that adds it or takes it out.
#[component]
fn Entry(team: TeamId, field: &'static str, entry: TeamEntry, add: bool) -> impl IntoView {
    let (verb, class) = if add {
        ("Add", "button")
    } else {
        ("Remove", "button quiet")
    };
    view! {
        <li class="entry">
            <div><strong>{entry.name.clone()}</strong>" "<small>{entry.note}</small></div>
            <form method="post" action=ChangeTeam::PATH>
                <input type="hidden" name="team" value=team.to_string()/>
                <input type="hidden" name=field value=entry.id.to_string()/>
                <input type="hidden" name="add" value=add.to_string()/>
                <button class=class aria-label=format!("{verb} {}", entry.name)>{verb}</button>
            </form>
        </li>
    }
}
