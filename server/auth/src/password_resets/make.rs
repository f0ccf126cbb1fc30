//! The making of links.

use super::ResetToken;
use app::domain::{AccountId, AuditAction, MemberId, OrganizationId};
use server_store::{Store, StoreError, audit};
use sqlx::PgConnection;

/// Locks the account of whom a link is made for: before the roles by which it is decided, and before the links. Whoever
/// joins another organization waits, and ends the link.
#[tracing::instrument(name = "db.password_reset.lock_account", skip_all)]
pub(super) async fn lock_account(tx: &mut PgConnection, account: i64) -> Result<(), StoreError> {
    sqlx::query!("select from account where id = $1 for update", account)
        .execute(tx)
        .await?;
    Ok(())
}

/// Makes a link for an account, which ends the earlier one that was made for it, but none that was sent. The link of an
/// admin ends with their right to make it. The account is locked.
#[tracing::instrument(name = "db.password_reset.insert", skip_all)]
pub(super) async fn insert(
    tx: &mut PgConnection,
    store: &Store,
    account: i64,
    maker: Option<(OrganizationId, MemberId)>,
) -> Result<ResetToken, StoreError> {
    let token = ResetToken::random();
    sqlx::query!(
        "insert into password_reset (account_id, token_hash, expires_at, made_by_organization, made_by)
         values ($1, $2, coalesce($3, statement_timestamp()) + interval '1 hour', $4, $5)
         on conflict (account_id) do update
            set token_hash = excluded.token_hash, expires_at = excluded.expires_at,
                made_by_organization = excluded.made_by_organization, made_by = excluded.made_by",
        account,
        &token.hash()[..],
        store.clock.pinned(),
        maker.map(|(organization, _)| organization.0),
        maker.map(|(_, member)| member.0),
    )
    .execute(tx)
    .await?;
    Ok(token)
}

/// Makes a link that is sent, which ends the earlier one that was sent: anybody can ask for it, and is not to end one
/// that an admin made.
#[tracing::instrument(name = "db.password_reset_by_mail.insert", skip_all)]
async fn insert_for_mail(
    tx: &mut PgConnection,
    store: &Store,
    account: i64,
) -> Result<ResetToken, StoreError> {
    let token = ResetToken::random();
    sqlx::query!(
        "insert into password_reset_by_mail (account_id, token_hash, expires_at)
         values ($1, $2, coalesce($3, statement_timestamp()) + interval '1 hour')
         on conflict (account_id) do update
            set token_hash = excluded.token_hash, expires_at = excluded.expires_at",
        account,
        &token.hash()[..],
        store.clock.pinned(),
    )
    .execute(tx)
    .await?;
    Ok(token)
}

/// Makes a link for whoever signs in with this address, for somebody who may do anything: who runs the program. `None` if
/// nobody does, or if they are suspended in every organization.
///
/// # Errors
/// The database.
pub async fn make_link(store: &Store, email: &str) -> Result<Option<ResetToken>, StoreError> {
    let email = email.trim().to_lowercase();
    let Some(recipient) = recipient(store, &email).await? else {
        return Ok(None);
    };
    let mut transaction = store.begin().await?;
    lock_account(&mut transaction, recipient.account).await?;
    let token = insert(&mut transaction, store, recipient.account, None).await?;
    let account = AccountId(recipient.account);
    let action = (AuditAction::PasswordLinkMade, "");
    audit::record_for_account(&mut transaction, &store.clock, account, action, None).await?;
    transaction.commit().await?;
    Ok(Some(token))
}

/// Who a link is sent to.
pub struct Recipient {
    account: i64,
    /// The person's name.
    pub name: String,
    /// The code of the language that they have chosen, if any.
    pub language: Option<String>,
    /// The organization that they would sign in to.
    pub organization: String,
}

/// Makes a link for an e-mail to this address. `None` as [`make_link`].
///
/// # Errors
/// The database.
pub async fn send_link(
    store: &Store,
    email: &str,
) -> Result<Option<(Recipient, ResetToken)>, StoreError> {
    let Some(recipient) = recipient(store, email).await? else {
        return Ok(None);
    };
    let mut transaction = store.begin().await?;
    lock_account(&mut transaction, recipient.account).await?;
    let token = insert_for_mail(&mut transaction, store, recipient.account).await?;
    transaction.commit().await?;
    Ok(Some((recipient, token)))
}

#[tracing::instrument(name = "db.password_reset.recipient", skip_all)]
async fn recipient(store: &Store, email: &str) -> Result<Option<Recipient>, StoreError> {
    let recipient = sqlx::query_as!(
        Recipient,
        "select a.id as account, a.name, a.language, o.name as organization
           from account a
           join member m on m.account_id = a.id and m.role <> 'suspended'
           join organization o on o.id = m.organization_id
          where a.email = $1
          order by m.chosen_at desc nulls last, m.id
          limit 1",
        email,
    );
    Ok(recipient.fetch_optional(&store.pool).await?)
}
