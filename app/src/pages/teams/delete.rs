//! The confirmation of a team's deletion.

use super::stranded::stranded_sentence;
use crate::api;
use crate::api::teams::DeleteTeam;
use crate::domain::TeamId;
use crate::number::pluralize;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::path_id;
use crate::ports::TeamLoss;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

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
        let sentences = sentences(loss)
            .into_iter()
            .map(|sentence| view! { <li>{sentence}</li> })
            .collect_view();
        let title = format!("Delete {}?", team.title);
        Ok(view! {
            <Page title=title.clone() viewer=Some(viewer.into()) class="narrow">
                <p class="back"><a href=back.clone()>{team.title}</a></p>
                <h1>{title}</h1>
                <form method="post" action=DeleteTeam::PATH class="card">
                    <ul class="consequences">{sentences}</ul>
                    <input type="hidden" name="team" value=id.to_string()/>
                    {strands.then(|| view! {
                        <label class="confirm-checkbox">
                            <input type="checkbox" name="confirmed" value="true" required/>
                            <span>"Delete it all the same: nobody can take the replies of these campaigns"</span>
                        </label>
                    })}
                    <div class="dialog-actions">
                        <a class="button" href=back>"Cancel"</a>
                        <button class="button danger">"Delete team"</button>
                    </div>
                </form>
            </Page>
        }
        .into_any())
    })
}

fn sentences(loss: TeamLoss) -> Vec<String> {
    let mut sentences = vec![
        "Its pool is deleted too. Members keep the conversations they have, but lose this team’s pool and escalation tags."
            .to_owned(),
    ];
    sentences.push(match loss.in_pool {
        0 => "Its pool is empty right now.".to_owned(),
        in_pool => format!(
            "{} in its pool now. They can still be requested from other pools with the same campaigns.",
            pluralize(in_pool, "text is", "texts are")
        ),
    });
    if loss.stranded > 0 {
        sentences.push(stranded_sentence(loss.stranded));
    }
    if loss.pending > 0 {
        sentences.push(format!(
            "{} for approval and will be denied, with this as the reason.",
            pluralize(loss.pending, "request waits", "requests wait")
        ));
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::sentences;
    use crate::ports::TeamLoss;

    #[test]
    fn says_what_there_is_to_say() {
        let nothing = TeamLoss {
            in_pool: 0,
            pending: 0,
            stranded: 0,
        };
        assert_eq!(sentences(nothing).len(), 2);
        let all = sentences(TeamLoss {
            in_pool: 1,
            pending: 2,
            stranded: 1,
        });
        assert!(all[1].starts_with("1 text is in its pool now"), "{all:?}");
        assert!(all[2].starts_with("1 campaign is restricted"), "{all:?}");
        assert!(all[3].starts_with("2 requests wait"), "{all:?}");
    }
}
