//! Who and what a team is made of, as options of a command.

use super::super::CommandError;
use super::super::find_member::find_member;
use app::domain::{Admin, CampaignId, OrganizationId, TagId, TeamId};
use app::ports::{TeamChange, TeamPart, Teams};
use clap::Args;
use server_store::{Store, StoreError};

/// Members, campaigns and tags.
#[derive(Debug, Default, Args)]
pub(super) struct Parts {
    /// A member, by what they sign in with. May be given several times.
    #[arg(long = "member", value_name = "EMAIL")]
    pub members: Vec<String>,

    /// A campaign that its pool draws from, by its number. May be given several times.
    #[arg(long = "campaign", value_name = "ID")]
    pub campaigns: Vec<CampaignId>,

    /// An escalation tag whose conversations it is trusted with, by its title. May be given several times.
    #[arg(long = "tag", value_name = "TITLE")]
    pub tags: Vec<String>,
}

impl Parts {
    /// Looks all of them up.
    pub async fn find(
        &self,
        store: &Store,
        organization: OrganizationId,
    ) -> Result<Vec<TeamPart>, CommandError> {
        let mut parts = Vec::new();
        for email in &self.members {
            let found = find_member(store, organization, email).await?;
            parts.push(TeamPart::Member(found));
        }
        for campaign in &self.campaigns {
            if !has_campaign(store, organization, *campaign).await? {
                return Err(absent(organization, format_args!("campaign {campaign}")));
            }
            parts.push(TeamPart::Campaign(*campaign));
        }
        for title in &self.tags {
            let found = tag(store, organization, title).await?;
            parts.push(TeamPart::Tag(found.ok_or_else(|| {
                absent(organization, format_args!("escalation tag “{title}”"))
            })?));
        }
        Ok(parts)
    }
}

/// Makes them parts of the team; what is so already stays so.
pub(super) async fn add_parts(
    store: &Store,
    owner: &Admin,
    team: TeamId,
    parts: Vec<TeamPart>,
) -> Result<(), CommandError> {
    for part in parts {
        let added = store.change_team(owner, team, part, TeamChange::Add).await;
        added.map_err(StoreError::from)?;
    }
    Ok(())
}

fn absent(organization: OrganizationId, what: std::fmt::Arguments<'_>) -> CommandError {
    CommandError::Refused(format!(
        "There is no {what} in organization {organization}."
    ))
}

#[tracing::instrument(name = "db.campaign.exists", skip_all)]
async fn has_campaign(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "select exists (select from campaign where organization_id = $1 and id = $2)",
    )
    .bind(organization.0)
    .bind(campaign.0)
    .fetch_one(&store.pool)
    .await
}

#[tracing::instrument(name = "db.tag.find_by_title", skip_all)]
async fn tag(
    store: &Store,
    organization: OrganizationId,
    title: &str,
) -> Result<Option<TagId>, sqlx::Error> {
    let id: Option<i64> = sqlx::query_scalar(
        "select id from tag where organization_id = $1 and title = $2 and escalation",
    )
    .bind(organization.0)
    .bind(title)
    .fetch_optional(&store.pool)
    .await?;
    Ok(id.map(TagId))
}
