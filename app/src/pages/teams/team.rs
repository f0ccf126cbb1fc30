//! The page of one team.

use super::fields::TeamFields;
use super::part::{Part, TeamLists};
use crate::api;
use crate::api::teams::SaveTeam;
use crate::domain::TeamId;
use crate::pages::flash::Flash;
use crate::pages::form_state::FormState;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::path_id;
use crate::ports::TeamList;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// Title and priority, who is on it, what it draws from and what it is trusted with.
#[component]
pub fn TeamPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let id = path_id::<TeamId>()?;
        let team = api::ports()?.teams.team(&viewer, id).await?;
        let lists = TeamLists {
            viewer: &viewer,
            team: id,
        };
        let members = lists.list(TeamList::Members).await?;
        let campaigns = lists.list(TeamList::Campaigns).await?;
        let tags = lists.list(TeamList::Tags).await?;
        let pool = if team.enabled {
            "Its pool is enabled."
        } else {
            "Its pool is disabled, so texters do not see it."
        };
        Ok(view! {
            <Page title=team.title.clone() viewer=Some(viewer.clone().into())>
                <p class="back"><a href="/teams">"Teams"</a></p>
                <h1>{team.title.clone()}</h1>
                <p class="lead">{pool}" Choose what is in it on "<a href="/assignment">"Assignment Control"</a>"."</p>
                <Flash words=&[
                    ("created", "The team is created. Add members and campaigns, then enable its pool on Assignment Control."),
                    ("saved", "The team is saved."),
                    ("added", "Added to the team."),
                    ("removed", "Removed from the team."),
                ]/>
                <section class="card" aria-labelledby="basics-title">
                    <h2 id="basics-title">"Title and priority"</h2>
                    <form method="post" action=SaveTeam::PATH class="form form-line" novalidate data-unsaved="save">
                        <input type="hidden" name="team" value=id.to_string()/>
                        <TeamFields form_state=FormState::of("save") title=team.title priority=team.priority/>
                        <button class="button primary">"Save"</button>
                    </form>
                </section>
                <Part part=members/>
                <Part part=campaigns/>
                <Part part=tags/>
                <p class="page-end"><a class="button" href=format!("/teams/{id}/delete")>"Delete this team"</a></p>
            </Page>
        }
        .into_any())
    })
}
