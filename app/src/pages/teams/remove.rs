//! The confirmation of taking something out of a team by which campaigns are left to nobody.

use crate::api;
use crate::api::teams::ChangeTeam;
use crate::domain::TeamId;
use crate::number::pluralize;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::{path_id, query, query_as};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// What becomes of the campaigns, and the button that removes it all the same.
#[component]
pub fn RemovePartPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let id = path_id::<TeamId>()?;
        let team = api::ports()?.teams.team(&viewer, id).await?;
        let (field, what) = match query("member") {
            Some(_) => ("member", "member"),
            None => ("campaign", "campaign"),
        };
        let part = query(field).unwrap_or_default();
        let title = format!("Remove the {what} from {}?", team.title);
        let back = format!("/teams/{id}");
        let stranded = query_as("stranded").unwrap_or(1);
        Ok(view! {
            <Page title=title.clone() viewer=Some(viewer.into()) class="narrow">
                <p class="back"><a href=back.clone()>{team.title}</a></p>
                <h1>{title}</h1>
                <form method="post" action=ChangeTeam::PATH class="card">
                    <p>{sentence(stranded)}</p>
                    <input type="hidden" name="team" value=id.to_string()/>
                    <input type="hidden" name=field value=part/>
                    <input type="hidden" name="add" value="false"/>
                    <label class="confirm-checkbox">
                        <input type="checkbox" name="confirmed" value="true" required/>
                        <span>"Remove it all the same: nobody can take these replies"</span>
                    </label>
                    <div class="dialog-actions">
                        <a class="button" href=back>"Cancel"</a>
                        <button class="button danger">"Remove"</button>
                    </div>
                </form>
            </Page>
        }
        .into_any())
    })
}

fn sentence(stranded: u32) -> String {
    format!(
        "{} restricted to teams, and no other of their teams has a member. No one could request their texts until a team \
         of theirs has members again, or the restriction is turned off.",
        pluralize(stranded, "campaign is", "campaigns are")
    )
}

#[cfg(test)]
mod tests {
    use super::sentence;

    #[test]
    fn says_how_many_campaigns_are_left_to_nobody() {
        assert!(sentence(1).starts_with("1 campaign is restricted"));
        assert!(sentence(2).starts_with("2 campaigns are restricted"));
    }
}
