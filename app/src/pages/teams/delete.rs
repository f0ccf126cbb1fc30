//! The confirmation of a team's deletion.

use crate::api;
use crate::api::teams::DeleteTeam;
use crate::components::RequiredCheckbox;
use crate::domain::TeamId;
use crate::pages::form_state::FormState;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::path_id;
use crate::ports::TeamLoss;
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
        let consequences = consequences(loss)
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

fn consequences(loss: TeamLoss) -> Vec<String> {
    let mut sentences = vec![
        page::pool_goes_with_team().to_owned(),
        page::texts_in_its_pool(loss.in_pool),
    ];
    if loss.stranded > 0 {
        sentences.push(page::campaigns_left_to_nobody(loss.stranded));
    }
    if loss.pending > 0 {
        sentences.push(page::requests_will_be_denied(loss.pending));
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::consequences;
    use crate::ports::TeamLoss;

    #[test]
    fn says_what_there_is_to_say() {
        let nothing = TeamLoss {
            in_pool: 0,
            pending: 0,
            stranded: 0,
        };
        assert_eq!(consequences(nothing).len(), 2);
        let all = consequences(TeamLoss {
            in_pool: 1,
            pending: 2,
            stranded: 1,
        });
        assert!(all[1].starts_with("1 text is in its pool now"), "{all:?}");
        assert!(all[2].starts_with("1 campaign is restricted"), "{all:?}");
        assert!(all[3].starts_with("2 requests wait"), "{all:?}");
    }
}
