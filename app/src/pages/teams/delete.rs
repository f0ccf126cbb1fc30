//! The confirmation of a team's deletion.

use crate::api;
use crate::api::teams::DeleteTeam;
use crate::components::RequiredCheckbox;
use crate::domain::TeamId;
use crate::pages::form_state::FormState;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::path_id;
use crate::view_models::team_loss_words;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{island, page};

/// What goes with the team, and the button that deletes it.
#[component]
pub fn DeleteTeamPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let id = path_id::<TeamId>()?;
        let teams = api::ports()?.teams;
        let team = teams.team(&viewer, id).await?;
        let loss = teams.team_loss(&viewer, id).await?;
        let back = format!("/teams/{id}");
        let strands = loss.stranded > 0;
        let error = FormState::of("delete").error("confirmed");
        let consequences = team_loss_words(loss)
            .into_iter()
            .map(|sentence| view! { <li>{sentence}</li> })
            .collect_view();
        let title = page::delete_name(&team.title);
        Ok(view! {
            <Page title=title.clone() viewer=Some(viewer.into()) class="narrow">
                <p class="back"><a href=back.clone()>{team.title}</a></p>
                <h1>{title}</h1>
                <form method="post" action=DeleteTeam::PATH class="card" novalidate>
                    <ul class="consequences">{consequences}</ul>
                    <input type="hidden" name="team" value=id.to_string()/>
                    {strands.then(|| view! {
                        <RequiredCheckbox label=page::delete_team_all_the_same() error/>
                    })}
                    <div class="dialog-actions">
                        <a class="button" href=back>{island::cancel()}</a>
                        <button class="button danger">{page::delete_team()}</button>
                    </div>
                </form>
            </Page>
        }
        .into_any())
    })
}
