//! People whom somebody with the server adds, without a link by which they would join.

use super::{Added, NewAccount, add};
use crate::audit::{self, Change};
use crate::clock::Clock;
use crate::{StoreError, notify};
use app::domain::{
    ApprovalLevel, AuditAction, AuditActor, AuditSubject, MemberId, OrganizationId, Role, TeamId,
};
use app::error::AppError;
use sqlx::PgConnection;

/// Somebody who is to become a member.
#[derive(Clone, Copy)]
pub struct NewMember<'a> {
    /// Their account, if they have none yet.
    pub account: NewAccount<'a>,
    /// What they may do.
    pub role: Role,
    /// Their approval level; `None`: as [`add`](fn@add) gives it.
    pub level: Option<ApprovalLevel>,
    /// The teams that they are put on, each once.
    pub teams: &'a [TeamId],
}

/// Adds somebody with their level and their teams, which leaves an event. The caller's transaction decides whether it
/// happens.
///
/// # Errors
/// As [`add`](fn@add); a team that there is not; the database.
#[tracing::instrument(name = "db.member.import", skip_all, fields(organization = %actor.organization))]
pub async fn import(
    tx: &mut PgConnection,
    clock: &Clock,
    actor: AuditActor,
    new: &NewMember<'_>,
) -> Result<Added, StoreError> {
    let organization = actor.organization;
    let added = add(tx, organization, &new.account, new.role).await?;
    if let Some(level) = new.level {
        set_level(tx, organization, added.member, level).await?;
    }
    insert_teams(tx, organization, added.member, new.teams).await?;
    let subject = AuditSubject::Member(added.member);
    let change = Change::new(AuditAction::MemberAdded, subject).detail(new.role.as_str());
    audit::record(tx, clock, actor, change).await?;
    // A campaign of their teams has somebody now who takes its replies.
    notify::settings_changed(&mut *tx, organization).await?;
    Ok(added)
}

/// Sets the level of a member who was added in this transaction, so that nobody else has changed it.
#[tracing::instrument(name = "db.member.import_level", skip_all, fields(%member))]
async fn set_level(
    tx: &mut PgConnection,
    organization: OrganizationId,
    member: MemberId,
    level: ApprovalLevel,
) -> Result<(), StoreError> {
    let set = sqlx::query!(
        "update member set approval_level = $3::text::approval_level
          where organization_id = $1 and id = $2",
        organization.0,
        member.0,
        level.as_str(),
    );
    if set.execute(tx).await?.rows_affected() != 1 {
        return Err(AppError::NotFound.into());
    }
    Ok(())
}

/// Puts the member on teams, and keeps those from being deleted until it is done.
#[tracing::instrument(name = "db.team_member.import", skip_all, fields(%member))]
async fn insert_teams(
    tx: &mut PgConnection,
    organization: OrganizationId,
    member: MemberId,
    teams: &[TeamId],
) -> Result<(), StoreError> {
    if teams.is_empty() {
        return Ok(());
    }
    let ids: Vec<i64> = teams.iter().map(|team| team.0).collect();
    let put = sqlx::query!(
        "with there as (
             select id from team where organization_id = $1 and id = any($3) for key share)
         insert into team_member (organization_id, team_id, member_id)
         select $1, there.id, $2 from there",
        organization.0,
        member.0,
        &ids,
    );
    if put.execute(tx).await?.rows_affected() != ids.len() as u64 {
        return Err(AppError::NotFound.into());
    }
    Ok(())
}
