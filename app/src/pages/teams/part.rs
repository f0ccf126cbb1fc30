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
use sentences::page;

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

fn words(list: TeamList) -> Words {
    match list {
        TeamList::Members => Words {
            id: "members",
            title: page::members(),
            lead: page::what_members_see(),
            field: "member",
            nothing: page::team_has_no_members(),
            nothing_else: page::no_one_with_this_name(),
            add: page::add_a_member(),
            find: page::name_or_email(),
            search: "member",
            after: "members_after",
        },
        TeamList::Campaigns => Words {
            id: "campaigns",
            title: page::campaigns(),
            lead: page::what_campaigns_are_for(),
            field: "campaign",
            nothing: page::team_has_no_campaigns(),
            nothing_else: page::no_campaign_with_this_title(),
            add: page::add_a_campaign(),
            find: page::title(),
            search: "campaign",
            after: "campaigns_after",
        },
        TeamList::Tags => Words {
            id: "tags",
            title: page::escalation_tags(),
            lead: page::who_gets_escalated(),
            field: "tag",
            nothing: page::team_has_no_escalation_tags(),
            nothing_else: page::no_other_escalation_tags(),
            add: page::add_an_escalation_tag(),
            find: page::title(),
            search: "tag",
            after: "tags_after",
        },
    }
}

impl TeamLists<'_> {
    /// Reads a list, as the address asks for it.
    pub async fn list(&self, list: TeamList) -> Result<LoadedList, AppError> {
        let words = words(list);
        let (viewer, team) = (self.viewer, self.team);
        let search = query(words.search).unwrap_or_default();
        let after: Option<i64> = query_as(words.after);
        let teams = api::ports()?.teams;
        Ok(LoadedList {
            team,
            inside: teams
                .team_entries(viewer, team, list, true, &search, after)
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

/// The list as a card: a search of both, what is in it, each with the button that takes it out, and below it what can be
/// added.
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
    let address = format!("/teams/{team}");
    let field = words.field;
    let heading = format!("{}-title", words.id);
    let searched = !search.is_empty();
    let nothing = (inside.entries.is_empty() && first).then(|| {
        if searched {
            view! { <p class="hint">{page::nothing_of_team_found()}</p> }.into_any()
        } else {
            view! { <p class="notice">{words.nothing}</p> }.into_any()
        }
    });
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
    let page_url = |after: &str| {
        let path = with_query(&address, &[(words.search, &search), (words.after, after)]);
        [path, anchor.clone()].concat()
    };
    let next = inside.next.map(|next| {
        let path = page_url(&next.to_string());
        view! { <a class="button" rel="next" href=path>{page::next_page()}</a> }
    });
    let back =
        (!first).then(|| view! { <a class="button" href=page_url("")>{page::first_page()}</a> });
    let more = outside.next.is_some();
    view! {
        <section class="card part" id=words.id aria-labelledby=heading.clone()>
            <h2 id=heading.clone()>{words.title}</h2>
            <p>{words.lead}</p>
            <form method="get" action=[address, anchor].concat() class="search">
                <label class="heard" for=format!("find-{field}")>{words.find}</label>
                <input id=format!("find-{field}") type="text" name=words.search value=search placeholder=words.find autocomplete="off"/>
                <button class="button">{page::search()}</button>
            </form>
            {nothing}
            <ul class="entries" aria-label=words.title>{entries}</ul>
            <p class="paging">{back}{next}</p>
            <details open=searched>
                <summary>{words.add}</summary>
                {none_to_add.then(|| view! { <p class="hint">{words.nothing_else}</p> })}
                <ul class="entries" aria-label=words.add>{addable}</ul>
                {more.then(|| view! { <p class="hint">{page::there_are_more()}</p> })}
            </details>
        </section>
    }
}

/// An entry and the button that adds it or takes it out.
#[component]
fn Entry(team: TeamId, field: &'static str, entry: TeamEntry, add: bool) -> impl IntoView {
    let (verb, of_name, class) = if add {
        (page::add(), page::add_name(&entry.name), "button")
    } else {
        let of_name = page::remove_name(&entry.name);
        (page::remove(), of_name, "button quiet")
    };
    view! {
        <li class="entry">
            <div><strong>{entry.name}</strong>" "<small>{entry.note}</small></div>
            <form method="post" action=ChangeTeam::PATH>
                <input type="hidden" name="team" value=team.to_string()/>
                <input type="hidden" name=field value=entry.id.to_string()/>
                <input type="hidden" name="add" value=add.to_string()/>
                <button class=class aria-label=of_name>{verb}</button>
            </form>
        </li>
    }
}
