//! The use of a link.

use super::ResetToken;
use crate::SessionOwner;
use app::domain::{AccountId, AuditAction, AuditActor, MemberId, OrganizationId};
use server_store::{Store, StoreError, audit};
use sqlx::PgConnection;
use std::net::IpAddr;

/// The account that a link opens.
pub(super) struct Opened {
    pub id: i64,
    pub name: String,
    pub email: String,
}

/// The account of a token, unless the link has ended, or its person is suspended in every organization.
///
/// A link that an admin made ends with their right to make it, as [`use_up`] says once more.
#[tracing::instrument(name = "db.password_reset.find", skip_all)]
pub(super) async fn find(store: &Store, token: &ResetToken) -> Result<Option<Opened>, StoreError> {
    let opened = sqlx::query_as!(
        Opened,
        r#"select a.id, a.name, a.email
             from (select r.account_id
                     from password_reset r
                    where r.token_hash = $1 and r.expires_at > coalesce($2, statement_timestamp())
                      and (r.made_by is null
                           or exists (select from member maker
                                        join member m on m.organization_id = maker.organization_id
                                       where maker.organization_id = r.made_by_organization and maker.id = r.made_by
                                         and maker.role >= 'admin' and maker.role >= m.role
                                         and m.account_id = r.account_id))
                   union all
                   select account_id
                     from password_reset_by_mail
                    where token_hash = $1 and expires_at > coalesce($2, statement_timestamp())) link
             join account a on a.id = link.account_id
            where exists (select from member m where m.account_id = a.id and m.role <> 'suspended')"#,
        &token.hash()[..],
        store.clock.pinned(),
    );
    Ok(opened.fetch_optional(&store.pool).await?)
}

/// Uses the link up: sets the password, ends all sessions and forgets all devices. The owner of a new session; `None` if
/// the link has ended by now.
pub(super) async fn redeem(
    store: &Store,
    token: &ResetToken,
    password_hash: &str,
    address: Option<IpAddr>,
) -> Result<Option<SessionOwner>, StoreError> {
    let mut transaction = store.begin().await?;
    let Some(account) = lock(&mut transaction, token).await? else {
        return Ok(None);
    };
    if !use_up(&mut transaction, store, token, account).await? {
        return Ok(None);
    }
    set_password(&mut transaction, account, password_hash).await?;
    let Some(owner) = end_sessions(&mut transaction, account).await? else {
        return Ok(None);
    };
    let (account, action) = (AccountId(account), (AuditAction::PasswordReset, ""));
    // Where the new session is.
    let by = AuditActor {
        organization: owner.organization,
        member: Some(owner.member),
        address,
    };
    audit::record_for_account(&mut transaction, &store.clock, account, action, Some(by)).await?;
    transaction.commit().await?;
    Ok(Some(owner))
}

/// Locks the token's account, and then the members who decide whether the link is good: its person, and who made it. The
/// links come last, as for whoever makes one or changes a role. Of two at once the second waits here for the first.
#[tracing::instrument(name = "db.password_reset.lock", skip_all)]
async fn lock(tx: &mut PgConnection, token: &ResetToken) -> Result<Option<i64>, StoreError> {
    let account = sqlx::query_scalar!(
        "select id from account
          where id in (select account_id from password_reset where token_hash = $1
                       union all
                       select account_id from password_reset_by_mail where token_hash = $1)
            for update",
        &token.hash()[..],
    );
    let Some(account) = account.fetch_optional(&mut *tx).await? else {
        return Ok(None);
    };
    sqlx::query!(
        "select from member
          where account_id = $1
             or (organization_id, id) in (select made_by_organization, made_by
                                            from password_reset where token_hash = $2)
          order by id
            for no key update",
        account,
        &token.hash()[..],
    )
    .execute(tx)
    .await?;
    Ok(Some(account))
}

/// Deletes the account's links, if this token is that of one which still opens it. The members are locked: a role that
/// is another one by now ended the link, and one that changes from now on comes after the new password.
#[tracing::instrument(name = "db.password_reset.use_up", skip_all)]
async fn use_up(
    tx: &mut PgConnection,
    store: &Store,
    token: &ResetToken,
    account: i64,
) -> Result<bool, StoreError> {
    let used = sqlx::query_scalar!(
        r#"with made as (
             delete from password_reset where account_id = $1
             returning token_hash, expires_at, made_by_organization, made_by),
         mailed as (
             delete from password_reset_by_mail where account_id = $1
             returning token_hash, expires_at)
         select exists (
             select from made
              where token_hash = $2 and expires_at > coalesce($3, statement_timestamp())
                and (made_by is null
                     or exists (select from member maker
                                  join member m on m.organization_id = maker.organization_id
                                 where maker.organization_id = made_by_organization and maker.id = made_by
                                   and maker.role >= 'admin' and maker.role >= m.role
                                   and m.account_id = $1)))
             or exists (
             select from mailed
              where token_hash = $2 and expires_at > coalesce($3, statement_timestamp())) as "used!""#,
        account,
        &token.hash()[..],
        store.clock.pinned(),
    );
    // If it was none, the caller rolls back, and the others stay.
    Ok(used.fetch_one(tx).await?)
}

#[tracing::instrument(name = "db.password_reset.set_password", skip_all)]
async fn set_password(
    tx: &mut PgConnection,
    account: i64,
    password_hash: &str,
) -> Result<(), StoreError> {
    let set = sqlx::query!(
        "update account set password_hash = $2 where id = $1",
        account,
        password_hash,
    );
    if set.execute(tx).await?.rows_affected() != 1 {
        return Err(StoreError::Corrupt(format!(
            "the password of account {account} was not set although its row was locked"
        )));
    }
    Ok(())
}

/// Ends the account's sessions in all organizations, forgets its devices, and gives the owner of its next session: the
/// membership that is not suspended and was chosen last, as at a sign-in. The trigger on `member` notifies of it.
#[tracing::instrument(name = "db.password_reset.end_sessions", skip_all)]
async fn end_sessions(
    tx: &mut PgConnection,
    account: i64,
) -> Result<Option<SessionOwner>, StoreError> {
    sqlx::query!("delete from known_device where account_id = $1", account)
        .execute(&mut *tx)
        .await?;
    let owner = sqlx::query!(
        r#"with ended as (
             update member set session_epoch = session_epoch + 1
              where account_id = $1
             returning organization_id, id, role, session_epoch, chosen_at)
         select organization_id as "organization!", id as "member!", session_epoch as "epoch!"
           from ended where role <> 'suspended'
          order by chosen_at desc nulls last, id
          limit 1"#,
        account,
    );
    let owner = owner.fetch_optional(tx).await?;
    Ok(owner.map(|row| SessionOwner {
        organization: OrganizationId(row.organization),
        member: MemberId(row.member),
        epoch: row.epoch,
    }))
}
