//! The teams of a member, from the member's side.

use crate::api::teams::ChangeTeam;
use crate::domain::MemberId;
use crate::ports::{OtherTeams, PersonTeam};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{admin, page};

/// The teams that they are on, each with the button that takes them out, and the choice of another one; behind a search, if
/// there are many.
#[component]
pub(super) fn PersonTeams(
    member: MemberId,
    teams: Vec<PersonTeam>,
    others: OtherTeams,
    search: String,
) -> impl IntoView {
    let on_none = teams.is_empty();
    let entries = teams
        .into_iter()
        .map(|team| {
            let of_name = page::remove_from_team(&team.title);
            view! {
                <li class="entry">
                    <div><a href=format!("/teams/{}", team.id)><strong>{team.title}</strong></a></div>
                    <form method="post" action=ChangeTeam::PATH>
                        <input type="hidden" name="team" value=team.id.to_string()/>
                        <input type="hidden" name="member" value=member.to_string()/>
                        <input type="hidden" name="add" value="false"/>
                        <input type="hidden" name="from_person" value="true"/>
                        <button class="button quiet" aria-label=of_name>{page::remove()}</button>
                    </form>
                </li>
            }
        })
        .collect_view();
    let OtherTeams { teams, has_more } = others;
    let find = (has_more || !search.is_empty()).then(|| {
        let none = teams.is_empty();
        view! {
            <form method="get" action=format!("/people/{member}#teams") class="search">
                <label class="heard" for="find-team">{page::find_a_team()}</label>
                <input id="find-team" type="text" name="team" value=search placeholder=page::find_a_team() autocomplete="off"/>
                <button class="button">{page::search()}</button>
            </form>
            {none.then(|| view! { <p class="hint">{page::no_other_team_found()}</p> })}
        }
    });
    let more = has_more.then(|| view! { <p class="hint">{page::there_are_more()}</p> });
    let add = (!teams.is_empty()).then(|| {
        let options = teams
            .into_iter()
            .map(|team| view! { <option value=team.id.to_string()>{team.title}</option> })
            .collect_view();
        view! {
            <form method="post" action=ChangeTeam::PATH class="form form-line">
                <input type="hidden" name="member" value=member.to_string()/>
                <input type="hidden" name="add" value="true"/>
                <input type="hidden" name="from_person" value="true"/>
                <div class="form-field">
                    <label class="field" for="team">{page::team()}</label>
                    <select id="team" name="team">{options}</select>
                </div>
                <button class="button">{page::add_to_team()}</button>
            </form>
        }
    });
    view! {
        <section class="card part" id="teams" aria-labelledby="teams-title">
            <h2 id="teams-title">{admin::teams()}</h2>
            {on_none.then(|| view! { <p class="notice">{page::is_on_no_team()}</p> })}
            <ul class="entries" aria-label=admin::teams()>{entries}</ul>
            {find}
            {add}
            {more}
        </section>
    }
}
