//! A new link.

use crate::audit::{self, Change, Differences};
use crate::{Store, StoreError};
use app::domain::{
    Admin, AuditAction, AuditActor, AuditSubject, InviteId, InviteToken, MemberId, NewInvite,
    OrganizationId,
};
use app::error::AppError;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sqlx::PgConnection;

/// 144 bits, which are 24 characters without padding.
const TOKEN_BYTES: usize = 18;

/// Makes a link of an admin.
#[tracing::instrument(name = "db.invite.create", skip_all, fields(organization = %viewer.organization))]
pub(super) async fn create(
    store: &Store,
    viewer: &Admin,
    new: &NewInvite,
) -> Result<InviteId, StoreError> {
    let mut transaction = store.begin().await?;
    let maker = Some(viewer.member);
    let (invite, _) = insert(&mut transaction, store, viewer.organization, maker, new).await?;
    made(&mut transaction, store, viewer.actor(), invite, new).await?;
    transaction.commit().await?;
    Ok(invite)
}

/// Makes a link for somebody who has the server itself, so that it ends with nobody's role.
///
/// # Errors
/// There is no such organization; a team that does not exist; the database.
#[tracing::instrument(name = "db.invite.create_for_command", skip_all, fields(%organization))]
pub async fn create_for_command(
    store: &Store,
    organization: OrganizationId,
    new: &NewInvite,
) -> Result<InviteToken, StoreError> {
    let mut transaction = store.begin().await?;
    let (invite, token) = insert(&mut transaction, store, organization, None, new).await?;
    let actor = AuditActor::command_line(organization);
    made(&mut transaction, store, actor, invite, new).await?;
    transaction.commit().await?;
    Ok(token)
}

/// Records what the link gives, to how many, and for how long.
#[tracing::instrument(name = "db.invite.made", skip_all, fields(%invite))]
async fn made(
    tx: &mut PgConnection,
    store: &Store,
    actor: AuditActor,
    invite: InviteId,
    new: &NewInvite,
) -> Result<(), StoreError> {
    let teams = sqlx::query_scalar!(
        r#"select string_agg(t.title, ', ' order by t.priority, t.title)
             from invite_team it
             join team t on t.organization_id = it.organization_id and t.id = it.team_id
            where it.organization_id = $1 and it.invite_id = $2"#,
        actor.organization.0,
        invite.0,
    );
    let teams = teams.fetch_one(&mut *tx).await?;
    let mut terms = Differences::default();
    terms.note_new("role", new.role.role().as_str());
    if let Some(teams) = teams {
        terms.note_new("teams", &teams);
    }
    if let Some(level) = new.level {
        terms.note_new("level", level.as_str());
    }
    terms.note_new("valid_days", &new.days.days().to_string());
    if let Some(uses) = new.uses {
        terms.note_new("uses", &uses.count().to_string());
    }
    let change = Change::new(AuditAction::InviteMade, AuditSubject::Invite(invite));
    let change = change.detail(terms.detail());
    audit::record(tx, &store.clock, actor, change).await
}

/// Writes the row, if the maker may give that role at this moment. Should they lose it while this commits, the link has
/// ended with it; whoever suspends them waits, and revokes it.
#[tracing::instrument(name = "db.invite.insert", skip_all, fields(%organization))]
async fn insert(
    tx: &mut PgConnection,
    store: &Store,
    organization: OrganizationId,
    maker: Option<MemberId>,
    new: &NewInvite,
) -> Result<(InviteId, InviteToken), StoreError> {
    let token = URL_SAFE_NO_PAD.encode(rand::random::<[u8; TOKEN_BYTES]>());
    let invite = sqlx::query_scalar!(
        "with maker as materialized (
             select id from member
              where organization_id = $1 and id = $2 and role >= 'admin' and role >= $4::text::member_role
                for share)
         insert into invite
                (organization_id, token, role, approval_level, max_uses, created_by, created_at, expires_at)
         select o.id, $3, $4::text::member_role, $5::text::approval_level, $6, $2, clock.now,
                clock.now + make_interval(days => $7)
           from organization o, (select coalesce($8, statement_timestamp()) as now) clock
          where o.id = $1
            and ($2::bigint is null or exists (select from maker))
         returning id",
        organization.0,
        maker.map(|maker| maker.0),
        token,
        new.role.role().as_str(),
        new.level.map(|level| level.as_str()),
        new.uses.map(|uses| i32::from(uses.count())),
        i32::from(new.days.days()),
        store.clock.pinned(),
    );
    let invite = invite.fetch_optional(&mut *tx).await?;
    let invite = invite.ok_or(match maker {
        Some(_) => AppError::NotAllowed,
        None => AppError::NotFound,
    })?;
    let mut teams: Vec<i64> = new.teams.iter().map(|team| team.0).collect();
    teams.sort_unstable();
    teams.dedup();
    let put = sqlx::query!(
        "insert into invite_team (organization_id, invite_id, team_id)
         select $1, $2, id from team where organization_id = $1 and id = any($3)",
        organization.0,
        invite,
        &teams,
    );
    if put.execute(&mut *tx).await?.rows_affected() != teams.len() as u64 {
        return Err(AppError::NotFound.into());
    }
    let token = token
        .parse()
        .map_err(|_| StoreError::Corrupt("a new token does not have the form of one".into()))?;
    Ok((InviteId(invite), token))
}
