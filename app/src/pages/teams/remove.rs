//! The confirmation of taking something out of a team by which campaigns are left to nobody.

use crate::api;
use crate::api::teams::ChangeTeam;
use crate::components::RequiredCheckbox;
use crate::domain::{CampaignId, MemberId, TeamId};
use crate::error::AppError;
use crate::pages::form_state::FormState;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::{path_id, query_as};
use crate::ports::TeamPart;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{island, page};

/// What becomes of the campaigns, and the button that removes it all the same.
#[component]
pub fn RemovePartPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let id = path_id::<TeamId>()?;
        let teams = api::ports()?.teams;
        let team = teams.team(&viewer, id).await?;
        let member = query_as::<MemberId>("member").map(TeamPart::Member);
        let campaign = || query_as::<CampaignId>("campaign").map(TeamPart::Campaign);
        let part = member.or_else(campaign).ok_or(AppError::NotFound)?;
        let (field, value, title) = match part {
            TeamPart::Member(member) => (
                "member",
                member.to_string(),
                page::remove_this_member(&team.title),
            ),
            TeamPart::Campaign(campaign) => (
                "campaign",
                campaign.to_string(),
                page::remove_this_campaign(&team.title),
            ),
            TeamPart::Tag(tag) => ("tag", tag.to_string(), page::remove_this_tag(&team.title)),
        };
        let back = format!("/teams/{id}");
        let stranded = teams.stranded_without(&viewer, id, part).await?;
        let error = FormState::of("remove").error("confirmed");
        Ok(view! {
            <Page title=title.clone() viewer=Some(viewer.into()) class="narrow">
                <p class="back"><a href=back.clone()>{team.title}</a></p>
                <h1>{title}</h1>
                <form method="post" action=ChangeTeam::PATH class="card" novalidate>
                    <p>{page::campaigns_left_to_nobody(stranded)}</p>
                    <input type="hidden" name="team" value=id.to_string()/>
                    <input type="hidden" name=field value=value/>
                    <input type="hidden" name="add" value="false"/>
                    <input type="hidden" name="asked" value="true"/>
                    <RequiredCheckbox label=page::remove_all_the_same() error/>
                    <div class="dialog-actions">
                        <a class="button" href=back>{island::cancel()}</a>
                        <button class="button danger">{page::remove()}</button>
                    </div>
                </form>
            </Page>
        }
        .into_any())
    })
}
