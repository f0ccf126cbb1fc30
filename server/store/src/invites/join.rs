//! Joining by a link.

use crate::audit::{self, Change};
use crate::members::NewAccount;
use crate::{Store, StoreError, notify, stored_word};
use app::domain::{
    AccountId, AuditAction, AuditActor, AuditSubject, InviteId, InviteState, InviteToken, MemberId,
    OrganizationId, Role,
};
use app::error::AppError;
use sqlx::PgConnection;
use std::net::IpAddr;

/// Who joins.
#[derive(Clone, Copy)]
pub enum Joiner<'a> {
    /// Somebody without an account. The e-mail address is in lower case, and it and the name are ones that people can
    /// have.
    New(&'a NewAccount<'a>),
    /// Somebody whose account is known: they have signed in, or given its password.
    Known(AccountId),
}

/// A membership by which a session can be started.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Joined {
    /// The person's account.
    pub account: AccountId,
    /// The organization.
    pub organization: OrganizationId,
    /// The member.
    pub member: MemberId,
    /// The epoch of their sessions.
    pub epoch: i32,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JoinOutcome {
    /// They are a member now.
    Joined(Joined),
    /// They were one before; no use was counted.
    Already(Joined),
    /// They are suspended there, which no link changes.
    Suspended,
    /// Somebody else has an account of this e-mail address since.
    EmailTaken,
    /// The link admits nobody.
    Closed(InviteState),
}

struct Opened {
    organization: i64,
    invite: i64,
    role: String,
    level: Option<String>,
}

/// Joins, if the link is open: whoever is refused leaves nothing behind, not even a use.
///
/// # Errors
/// No such link; the database.
#[tracing::instrument(name = "db.invite.join", skip_all)]
pub async fn join(
    store: &Store,
    token: &InviteToken,
    joiner: Joiner<'_>,
    address: Option<IpAddr>,
) -> Result<JoinOutcome, StoreError> {
    let mut transaction = store.begin().await?;
    if let Joiner::Known(account) = joiner {
        lock_account(&mut transaction, account).await?;
    }
    let Some(opened) = count_use(&mut transaction, store, token).await? else {
        let state = state(&mut transaction, store, token).await?;
        // It was reopened within this moment, by its maker's role.
        let closed = if state == InviteState::Open {
            InviteState::MakerLost
        } else {
            state
        };
        return Ok(JoinOutcome::Closed(closed));
    };
    let account = match joiner {
        Joiner::Known(account) => account,
        Joiner::New(new) => match insert_account(&mut transaction, new).await? {
            Some(account) => account,
            None => return Ok(JoinOutcome::EmailTaken),
        },
    };
    let Some(joined) = insert_member(&mut transaction, store, account, &opened).await? else {
        // Rolled back: no use is counted.
        drop(transaction);
        return present(store, account, OrganizationId(opened.organization)).await;
    };
    insert_teams(&mut transaction, joined, opened.invite).await?;
    let actor = AuditActor {
        organization: joined.organization,
        member: Some(joined.member),
        address,
    };
    let invite = InviteId(opened.invite);
    let change =
        Change::new(AuditAction::Joined, AuditSubject::Invite(invite)).detail(&opened.role);
    audit::record(&mut transaction, &store.clock, actor, change).await?;
    // A campaign of their teams has somebody now who takes its replies.
    notify::settings_changed(&mut *transaction, joined.organization).await?;
    transaction.commit().await?;
    Ok(JoinOutcome::Joined(joined))
}

/// Locks the account of the membership before the link's maker: the order of whoever makes or uses a password link of it.
#[tracing::instrument(name = "db.account.lock_for_join", skip_all)]
async fn lock_account(tx: &mut PgConnection, account: AccountId) -> Result<(), StoreError> {
    sqlx::query!("select from account where id = $1 for key share", account.0)
        .execute(tx)
        .await?;
    Ok(())
}

/// Counts a use of an open link, and locks it: of many who join at once as many are admitted as may be. Its maker's role
/// is locked too, so that who is suspended or demoted has nobody joining afterwards.
#[tracing::instrument(name = "db.invite.count_use", skip_all)]
async fn count_use(
    tx: &mut PgConnection,
    store: &Store,
    token: &InviteToken,
) -> Result<Option<Opened>, StoreError> {
    let opened = sqlx::query_as!(
        Opened,
        r#"with maker as materialized (
             select m.id
               from invite mine
               join member m on m.organization_id = mine.organization_id and m.id = mine.created_by
              where mine.token = $1 and m.role >= 'admin' and m.role >= mine.role
                for share of m)
         update invite i
            set uses = i.uses + 1
          where i.token = $1
            and invite_state(i, coalesce($2, statement_timestamp())) = 'open'
            and (i.created_by is null or exists (select from maker))
         returning i.organization_id as organization, i.id as invite, i.role::text as "role!",
                   i.approval_level::text as level"#,
        token.as_str(),
        store.clock.pinned(),
    );
    Ok(opened.fetch_optional(tx).await?)
}

#[tracing::instrument(name = "db.invite.state", skip_all)]
async fn state(
    tx: &mut PgConnection,
    store: &Store,
    token: &InviteToken,
) -> Result<InviteState, StoreError> {
    let state = sqlx::query_scalar!(
        r#"select invite_state(i, coalesce($2, statement_timestamp())) as "state!" from invite i where i.token = $1"#,
        token.as_str(),
        store.clock.pinned(),
    );
    let state = state.fetch_optional(tx).await?.ok_or(AppError::NotFound)?;
    stored_word(&state)
}

#[tracing::instrument(name = "db.account.insert", skip_all)]
async fn insert_account(
    tx: &mut PgConnection,
    new: &NewAccount<'_>,
) -> Result<Option<AccountId>, StoreError> {
    let account = sqlx::query_scalar!(
        "insert into account (email, name, password_hash) values ($1, $2, $3)
         on conflict (email) do nothing
         returning id",
        new.email,
        new.name,
        new.password_hash,
    );
    Ok(account.fetch_optional(tx).await?.map(AccountId))
}

/// The membership, with the level of the link; without one with the organization's default, and whoever decides on
/// requests needs nobody's approval.
#[tracing::instrument(name = "db.member.join", skip_all)]
async fn insert_member(
    tx: &mut PgConnection,
    store: &Store,
    account: AccountId,
    opened: &Opened,
) -> Result<Option<Joined>, StoreError> {
    let role: Role = stored_word(&opened.role)?;
    let row = sqlx::query!(
        "insert into member (organization_id, account_id, role, approval_level, chosen_at)
         select o.id, $2, $3::text::member_role,
                coalesce($4::text::approval_level,
                         case when $5 then 'automatic' else o.default_approval_level end),
                coalesce($6, statement_timestamp())
           from organization o
          where o.id = $1
         on conflict (account_id, organization_id) do nothing
         returning id, session_epoch",
        opened.organization,
        account.0,
        role.as_str(),
        opened.level,
        role >= Role::Supervolunteer,
        store.clock.pinned(),
    );
    let row = row.fetch_optional(tx).await?;
    Ok(row.map(|row| Joined {
        account,
        organization: OrganizationId(opened.organization),
        member: MemberId(row.id),
        epoch: row.session_epoch,
    }))
}

/// Puts the member on the link's teams that are still there, and keeps those from being deleted until it is done.
#[tracing::instrument(name = "db.team_member.join", skip_all)]
async fn insert_teams(
    tx: &mut PgConnection,
    joined: Joined,
    invite: i64,
) -> Result<(), StoreError> {
    sqlx::query!(
        "with there as (
             select t.id
               from invite_team it
               join team t on t.organization_id = it.organization_id and t.id = it.team_id
              where it.organization_id = $1 and it.invite_id = $2
                for key share of t)
         insert into team_member (organization_id, team_id, member_id)
         select $1, there.id, $3 from there",
        joined.organization.0,
        invite,
        joined.member.0,
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// The membership that was there before, which they have chosen now: the next sign-in leads there.
#[tracing::instrument(name = "db.member.present", skip_all)]
async fn present(
    store: &Store,
    account: AccountId,
    organization: OrganizationId,
) -> Result<JoinOutcome, StoreError> {
    let _turn = store.turn().await?;
    let row = sqlx::query!(
        "update member set chosen_at = coalesce($3, statement_timestamp())
          where organization_id = $1 and account_id = $2 and role <> 'suspended'
         returning id, session_epoch",
        organization.0,
        account.0,
        store.clock.pinned(),
    );
    let row = row.fetch_optional(&store.pool).await?;
    Ok(row.map_or(JoinOutcome::Suspended, |row| {
        JoinOutcome::Already(Joined {
            account,
            organization,
            member: MemberId(row.id),
            epoch: row.session_epoch,
        })
    }))
}
