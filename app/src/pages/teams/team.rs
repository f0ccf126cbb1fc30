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
use crate::pages::pieces::{PLACE, pieces};
use crate::pages::query::path_id;
use crate::pages::saved_meanwhile::SavedMeanwhile;
use crate::ports::TeamList;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{admin, page};

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
        let form_state = FormState::of("save");
        let saved = vec![
            (page::title(), team.title.clone()),
            (page::priority(), team.priority.to_string()),
        ];
        let [before_link, after_link] = pieces(&if team.enabled {
            page::its_pool_is_enabled(PLACE)
        } else {
            page::its_pool_is_disabled(PLACE)
        });
        Ok(view! {
            <Page title=team.title.clone() viewer=Some(viewer.clone().into())>
                <p class="back"><a href="/teams">{admin::teams()}</a></p>
                <h1>{team.title.clone()}</h1>
                <p class="lead">{before_link}<a href="/assignment">{admin::assignment_control()}</a>{after_link}</p>
                <Flash words=&[
                    ("created", page::team_is_created),
                    ("saved", page::team_is_saved),
                    ("added", page::added_to_team),
                    ("removed", page::removed_from_team),
                ]/>
                <section class="card" aria-labelledby="basics-title">
                    <h2 id="basics-title">{page::title_and_priority()}</h2>
                    <SavedMeanwhile form="save" address=format!("/teams/{id}") saved/>
                    <form method="post" action=SaveTeam::PATH class="form form-line" novalidate data-unsaved="save">
                        <input type="hidden" name="team" value=id.to_string()/>
                        // As they were when the page was opened: what somebody else saves meanwhile is not overwritten.
                        <input type="hidden" name="was_title" value=form_state.text("was_title", team.title.as_str())/>
                        <input
                            type="hidden"
                            name="was_priority"
                            value=form_state.text("was_priority", team.priority.to_string())
                        />
                        <TeamFields form_state title=team.title priority=team.priority/>
                        <button class="button primary">{admin::save()}</button>
                    </form>
                </section>
                <Part part=members/>
                <Part part=campaigns/>
                <Part part=tags/>
                <p class="page-end"><a class="button" href=format!("/teams/{id}/delete")>{page::delete_this_team()}</a></p>
            </Page>
        }
        .into_any())
    })
}
