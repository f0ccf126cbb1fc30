//! The list of teams, and the form that creates one.

use super::fields::TeamFields;
use crate::api;
use crate::api::teams::CreateTeam;
use crate::components::EmptyState;
use crate::pages::flash::Flash;
use crate::pages::form_state::FormState;
use crate::pages::list_search::ListSearch;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::pieces::{PLACE, pieces};
use crate::pages::query::query;
use crate::ports::TeamRow;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{admin, page};

/// Every team, and a form for another.
#[component]
pub fn TeamsPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let search = query("q").unwrap_or_default();
        let teams = api::ports()?.teams.teams(&viewer, &search).await?;
        let is_searched = !search.trim().is_empty();
        // There is nothing to search before there is one.
        let find = (is_searched || !teams.is_empty()).then(|| {
            view! { <ListSearch path="/teams" label=page::search_teams() search/> }
        });
        let content = if is_searched && teams.is_empty() {
            view! { <EmptyState title=page::no_team_found() text=page::search_by_part_of_title()/> }
                .into_any()
        } else if teams.is_empty() {
            view! {
                <EmptyState
                    title=page::no_teams_yet()
                    text=page::what_a_team_is()
                />
            }
            .into_any()
        } else {
            let rows = teams
                .into_iter()
                .map(|team| view! { <Team team/> })
                .collect_view();
            view! { <ul class="rows" aria-label=admin::teams()>{rows}</ul> }.into_any()
        };
        let [before_link, after_link] = pieces(&page::what_teams_decide(PLACE));
        Ok(view! {
            <Page title=admin::teams() viewer=Some(viewer.into())>
                <h1>{admin::teams()}</h1>
                <p class="lead">{before_link}<a href="/assignment">{admin::assignment_control()}</a>{after_link}</p>
                <Flash words=&[("deleted", page::team_is_deleted)]/>
                {find}
                {content}
                <section class="card" aria-labelledby="create-title">
                    <h2 id="create-title">{page::new_team()}</h2>
                    <form method="post" action=CreateTeam::PATH class="form form-line" novalidate data-unsaved="">
                        <TeamFields form_state=FormState::of("create") title=String::new() priority=100/>
                        <button class="button primary">{page::create_team()}</button>
                    </form>
                </section>
            </Page>
        }
        .into_any())
    })
}

#[component]
fn Team(team: TeamRow) -> impl IntoView {
    let tags = team
        .tags
        .into_iter()
        .map(|tag| view! { <li class="tag tag-escalation">{tag}</li> })
        .collect_view();
    let pool = if team.enabled {
        view! { <li class="tag tag-started">{page::pool_enabled()}</li> }
    } else {
        view! { <li class="tag">{page::pool_disabled()}</li> }
    };
    let priority = team.priority.to_string();
    let in_short = page::team_in_short(team.members, team.campaigns, &priority);
    view! {
        <li class="row">
            <div class="row-main">
                <a href=format!("/teams/{}", team.id)>{team.title}</a>
                <p>{in_short}</p>
            </div>
            <ul class="tags" aria-label=page::pool_and_escalation_tags()>{pool}{tags}</ul>
        </li>
    }
}
