//! What a team is made of: a part is added, or taken out.

use super::stranded::{Lost, stranded};
use crate::audit::{self, Change};
use crate::{Store, StoreError, notify};
use app::domain::{AuditAction, AuditActor, AuditSubject, OrganizationId, TeamId};
use app::error::AppError;
use app::ports::{TeamChange, TeamPart};

/// Adds a part or takes it out. The part is looked up in the organization, so that an id of another one
/// finds nothing; a tag has to be one that escalates. Gives how many campaigns it would leave to nobody, if that is not
/// confirmed, and changes nothing then.
#[tracing::instrument(name = "db.team.change", skip_all, fields(%team))]
pub(super) async fn change(
    store: &Store,
    actor: AuditActor,
    team: TeamId,
    part: TeamPart,
    change: TeamChange,
) -> Result<u32, StoreError> {
    let organization = actor.organization;
    let mut transaction = store.begin().await?;
    let exists: bool = match part {
        TeamPart::Member(member) => {
            sqlx::query_scalar!(
                r#"select exists (select from member where organization_id = $1 and id = $3)
                      and exists (select from team where organization_id = $1 and id = $2) as "exists!""#,
                organization.0,
                team.0,
                member.0,
            )
            .fetch_one(&mut *transaction)
            .await?
        }
        TeamPart::Campaign(campaign) => {
            sqlx::query_scalar!(
                r#"select exists (select from campaign where organization_id = $1 and id = $3)
                      and exists (select from team where organization_id = $1 and id = $2) as "exists!""#,
                organization.0,
                team.0,
                campaign.0,
            )
            .fetch_one(&mut *transaction)
            .await?
        }
        TeamPart::Tag(tag) => {
            sqlx::query_scalar!(
                r#"select exists (select from tag where organization_id = $1 and id = $3 and escalation)
                      and exists (select from team where organization_id = $1 and id = $2) as "exists!""#,
                organization.0,
                team.0,
                tag.0,
            )
            .fetch_one(&mut *transaction)
            .await?
        }
    };
    if !exists {
        return Err(AppError::NotFound.into());
    }
    if change == (TeamChange::Remove { confirmed: false }) {
        let lost = Lost::Part(part);
        let stranded = stranded(&mut transaction, organization, team, lost).await?;
        if stranded > 0 {
            return Ok(stranded);
        }
    }
    let statement = match (part, change) {
        (TeamPart::Member(member), TeamChange::Add) => sqlx::query!(
            "insert into team_member (organization_id, team_id, member_id) values ($1, $2, $3)
             on conflict do nothing",
            organization.0,
            team.0,
            member.0,
        ),
        (TeamPart::Member(member), TeamChange::Remove { .. }) => sqlx::query!(
            "delete from team_member where organization_id = $1 and team_id = $2 and member_id = $3",
            organization.0,
            team.0,
            member.0,
        ),
        (TeamPart::Campaign(campaign), TeamChange::Add) => sqlx::query!(
            "insert into team_campaign (organization_id, team_id, campaign_id) values ($1, $2, $3)
             on conflict do nothing",
            organization.0,
            team.0,
            campaign.0,
        ),
        (TeamPart::Campaign(campaign), TeamChange::Remove { .. }) => sqlx::query!(
            "delete from team_campaign where organization_id = $1 and team_id = $2 and campaign_id = $3",
            organization.0,
            team.0,
            campaign.0,
        ),
        (TeamPart::Tag(tag), TeamChange::Add) => sqlx::query!(
            "insert into team_tag (organization_id, team_id, tag_id) values ($1, $2, $3)
             on conflict do nothing",
            organization.0,
            team.0,
            tag.0,
        ),
        (TeamPart::Tag(tag), TeamChange::Remove { .. }) => sqlx::query!(
            "delete from team_tag where organization_id = $1 and team_id = $2 and tag_id = $3",
            organization.0,
            team.0,
            tag.0,
        ),
    };
    if statement.execute(&mut *transaction).await?.rows_affected() == 0 {
        // It is so already.
        return Ok(0);
    }
    if let TeamPart::Campaign(campaign) = part {
        // Who has the campaign's page open saves its teams by a version.
        sqlx::query!(
            "update campaign set settings_version = settings_version + 1
              where organization_id = $1 and id = $2",
            organization.0,
            campaign.0,
        )
        .execute(&mut *transaction)
        .await?;
    }
    let subject = match part {
        TeamPart::Member(member) => AuditSubject::Member(member),
        TeamPart::Campaign(campaign) => AuditSubject::Campaign(campaign),
        TeamPart::Tag(tag) => AuditSubject::Tag(tag),
    };
    let action = match change {
        TeamChange::Add => AuditAction::TeamAdded,
        TeamChange::Remove { .. } => AuditAction::TeamRemoved,
    };
    let title = title(&mut transaction, organization, team).await?;
    let change = Change::new(action, subject).detail(&title);
    audit::record(&mut transaction, &store.clock, actor, change).await?;
    notify::settings_changed(&mut *transaction, organization).await?;
    transaction.commit().await?;
    Ok(0)
}

/// The title of a team, for the audit log.
#[tracing::instrument(name = "db.team.title", skip_all, fields(%team))]
async fn title(
    tx: &mut sqlx::PgConnection,
    organization: OrganizationId,
    team: TeamId,
) -> Result<String, StoreError> {
    let title = sqlx::query_scalar("select title from team where organization_id = $1 and id = $2")
        .bind(organization.0)
        .bind(team.0)
        .fetch_optional(tx)
        .await?;
    Ok(title.ok_or(AppError::NotFound)?)
}

/// How many campaigns nobody could take texts of without this part.
#[tracing::instrument(name = "db.team.stranded_without", skip_all, fields(%team))]
pub(super) async fn stranded_without(
    store: &Store,
    organization: OrganizationId,
    team: TeamId,
    part: TeamPart,
) -> Result<u32, StoreError> {
    let mut connection = store.pool.acquire().await?;
    stranded(&mut connection, organization, team, Lost::Part(part)).await
}
