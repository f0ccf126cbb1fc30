//! The list of teams, and the form that creates one.

use super::fields::TeamFields;
use crate::api;
use crate::api::teams::CreateTeam;
use crate::components::EmptyState;
use crate::number::pluralize;
use crate::pages::flash::Flash;
use crate::pages::form_state::FormState;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::ports::TeamRow;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// Every team, and a form for another.
#[component]
pub fn TeamsPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let teams = api::ports()?.teams.teams(&viewer).await?;
        let content = if teams.is_empty() {
            view! {
                <EmptyState
                    title="No teams yet"
                    text="A team has its own pool: its members can request texts from its campaigns, and get conversations with its escalation tags."
                />
            }
            .into_any()
        } else {
            let rows = teams
                .into_iter()
                .map(|team| view! { <Team team/> })
                .collect_view();
            view! { <ul class="rows" aria-label="Teams">{rows}</ul> }.into_any()
        };
        Ok(view! {
            <Page title="Teams" viewer=Some(viewer.into())>
                <h1>"Teams"</h1>
                <p class="lead">"Who can request texts from which campaigns, and who gets which escalation tags. Choose whether a team’s pool has replies or initial messages on "<a href="/assignment">"Assignment Control"</a>"."</p>
                <Flash words=&[("deleted", "The team and its pool are deleted.")]/>
                {content}
                <section class="card" aria-labelledby="create-title">
                    <h2 id="create-title">"New team"</h2>
                    <form method="post" action=CreateTeam::PATH class="form form-line" novalidate data-unsaved="">
                        <TeamFields form_state=FormState::of("create") title=String::new() priority=100/>
                        <button class="button primary">"Create team"</button>
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
        view! { <li class="tag tag-started">"Pool enabled"</li> }
    } else {
        view! { <li class="tag">"Pool disabled"</li> }
    };
    let members = match team.members {
        0 => "No members yet".to_owned(),
        members => pluralize(members, "member", "members"),
    };
    let campaigns = pluralize(team.campaigns, "campaign", "campaigns");
    view! {
        <li class="row">
            <div class="row-main">
                <a href=format!("/teams/{}", team.id)>{team.title}</a>
                <p>{members}" · "{campaigns}" · priority "{team.priority}</p>
            </div>
            <ul class="tags" aria-label="Pool and escalation tags">{pool}{tags}</ul>
        </li>
    }
}
