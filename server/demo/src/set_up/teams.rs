//! The teams with their members, campaigns, tags and pools.

use crate::error::DemoError;
use crate::teams::TEAMS;
use crate::write::WriteContext;
use app::domain::{Admin, CampaignId, MemberId, TagId, TeamId};
use app::ports::{AssignmentControl, TeamChange, TeamPart, Teams};
use server_store::Store;

/// Creates the teams, and returns them in the order of [`TEAMS`].
pub(super) async fn set_up(
    store: &Store,
    admin: &Admin,
    story: &WriteContext,
) -> Result<Vec<TeamId>, DemoError> {
    let mut teams = Vec::new();
    for plan in &TEAMS {
        let team = store.create_team(admin, plan.title, plan.priority).await?;
        let members =
            (plan.members.iter()).map(|person| TeamPart::Member(MemberId(story.member(*person))));
        let campaigns = (plan.campaigns.iter())
            .map(|campaign| TeamPart::Campaign(CampaignId(story.campaigns[*campaign])));
        let tags = (plan.tags.iter()).map(|tag| TeamPart::Tag(TagId(story.tags[*tag])));
        for part in members.chain(campaigns).chain(tags) {
            store
                .change_team(admin, team, part, TeamChange::Add)
                .await?;
        }
        teams.push(team);
    }
    enable_pools(store, admin, &teams).await?;
    Ok(teams)
}

/// Enables the pools of all teams, each with the kind of its team.
async fn enable_pools(store: &Store, admin: &Admin, teams: &[TeamId]) -> Result<(), DemoError> {
    let page = store.assignment(admin).await?;
    let mut pools = Vec::new();
    for row in page.pools {
        let mut settings = row.settings;
        let of = row.team.map(|of| of.id);
        if let Some(at) = teams.iter().position(|team| Some(*team) == of) {
            settings.enabled = true;
            settings.kind = TEAMS[at].kind;
        }
        pools.push(settings);
    }
    store
        .save_assignment(admin, page.version, page.rules, pools)
        .await?;
    Ok(())
}
