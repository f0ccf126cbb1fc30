//! The use of a link.

use super::ResetToken;
use crate::SessionOwner;
use app::domain::{AccountId, AuditAction, MemberId, OrganizationId};
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
#[tracing::instrument(name = "db.password_reset.find", skip_all)]
pub(super) async fn find(store: &Store, token: &ResetToken) -> Result<Option<Opened>, StoreError> {
    let opened = sqlx::query_as!(
        Opened,
        "select a.id, a.name, a.email
           from password_reset r join account a on a.id = r.account_id
          where r.token_hash = $1 and r.expires_at > coalesce($2, statement_timestamp())
            and exists (select from member m where m.account_id = a.id and m.role <> 'suspended')",
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
    let Some(account) = use_up(&mut transaction, store, token, password_hash).await? else {
        return Ok(None);
    };
    let Some(owner) = end_sessions(&mut transaction, account).await? else {
        return Ok(None);
    };
    let (account, action) = (AccountId(account), (AuditAction::PasswordReset, ""));
    audit::record_for_account(
        &mut transaction,
        &store.clock,
        account,
        action,
        (true, address),
    )
    .await?;
    transaction.commit().await?;
    Ok(Some(owner))
}

/// Of two at once the second waits for the first, and finds no row.
#[tracing::instrument(name = "db.password_reset.use_up", skip_all)]
async fn use_up(
    tx: &mut PgConnection,
    store: &Store,
    token: &ResetToken,
    password_hash: &str,
) -> Result<Option<i64>, StoreError> {
    let account = sqlx::query_scalar!(
        "with used as (
             delete from password_reset
              where token_hash = $1 and expires_at > coalesce($3, statement_timestamp())
             returning account_id)
         update account a set password_hash = $2 from used where a.id = used.account_id
         returning a.id",
        &token.hash()[..],
        password_hash,
        store.clock.pinned(),
    );
    Ok(account.fetch_optional(tx).await?)
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
