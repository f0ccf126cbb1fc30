//! The account of whoever is signed in, the server's side of [`OwnAccount`].

use super::identity::session;
use super::new_password::hash_new;
use super::password_error::MAX_BYTES;
use super::{SessionIdentity, SessionOwner, client_address, own_sessions};
use crate::known_device::DeviceToken;
use crate::start_session::start_session;
use app::domain::{AccountId, AuditAction, PersonName, Texter, Viewer};
use app::error::AppError;
use app::field_errors::FieldErrors;
use app::ports::{AccountPage, OwnAccount, PasswordChange};
use async_trait::async_trait;
use http::request::Parts;
use sentences::page;
use server_store::database::{RESPOND_WITHIN, answered};
use server_store::{Store, StoreError, audit};

struct Row {
    id: i64,
    name: String,
    email: String,
}

/// The viewer's account.
#[tracing::instrument(name = "db.account.of_member", skip_all)]
async fn find(store: &Store, viewer: &Viewer) -> Result<Row, StoreError> {
    let row = sqlx::query_as!(
        Row,
        "select a.id, a.name, a.email
           from member m join account a on a.id = m.account_id
          where m.organization_id = $1 and m.id = $2 and m.role <> 'suspended'",
        viewer.organization.0,
        viewer.member.0,
    );
    let row = row.fetch_optional(&store.pool).await?;
    Ok(row.ok_or(AppError::SignedOut)?)
}

/// The id of the viewer's account.
pub(super) async fn account_id(store: &Store, viewer: &Viewer) -> Result<AccountId, StoreError> {
    Ok(AccountId(find(store, viewer).await?.id))
}

/// Gives the account another name, which every organization that it is not suspended in reads in its log: what stands
/// there of before keeps the old one.
#[tracing::instrument(name = "db.account.rename", skip_all)]
async fn rename(store: &Store, viewer: &Viewer, name: &PersonName) -> Result<(), StoreError> {
    let mut transaction = store.begin().await?;
    let account = sqlx::query!(
        "select a.id, a.name
           from member m join account a on a.id = m.account_id
          where m.organization_id = $1 and m.id = $2 and m.role <> 'suspended'
            for no key update of a",
        viewer.organization.0,
        viewer.member.0,
    );
    let account = account.fetch_optional(&mut *transaction).await?;
    let account = account.ok_or(AppError::SignedOut)?;
    if account.name == name.as_str() {
        return Ok(());
    }
    // Before it is another one: whoever did it was called that.
    audit::record_for_account(
        &mut transaction,
        &store.clock,
        AccountId(account.id),
        (
            AuditAction::MemberRenamed,
            &format!("{} → {}", account.name, name.as_str()),
        ),
        Some(viewer.actor()),
    )
    .await?;
    let renamed = sqlx::query!(
        "update account set name = $2 where id = $1",
        account.id,
        name.as_str(),
    );
    if renamed.execute(&mut *transaction).await?.rows_affected() != 1 {
        return Err(AppError::SignedOut.into());
    }
    transaction.commit().await?;
    Ok(())
}

/// Replaces the hash that was checked, ends all sessions and links to choose another, and forgets the other devices. The
/// epoch of new sessions; `None` if the password is another one by now.
#[tracing::instrument(name = "db.account.change_password", skip_all)]
async fn replace_hash(
    store: &Store,
    viewer: &Viewer,
    [old, new]: [&str; 2],
    device_hash: Option<&[u8]>,
) -> Result<Option<i32>, StoreError> {
    let mut transaction = store.begin().await?;
    // The old hash in the `where`: of two changes at once the second was checked against a password that is gone.
    let account = sqlx::query_scalar!(
        "update account a set password_hash = $4
           from member m
          where m.organization_id = $1 and m.id = $2 and m.role <> 'suspended'
            and a.id = m.account_id and a.password_hash = $3
         returning a.id",
        viewer.organization.0,
        viewer.member.0,
        old,
        new,
    );
    let Some(account) = account.fetch_optional(&mut *transaction).await? else {
        return Ok(None);
    };
    // Whoever had the old password is not to have attempts of their own at the new one.
    sqlx::query!(
        "delete from known_device where account_id = $1 and token_hash is distinct from $2",
        account,
        device_hash,
    )
    .execute(&mut *transaction)
    .await?;
    let (organization, member) = (viewer.organization, viewer.member);
    let epoch = own_sessions::end_all(&mut transaction, organization, member).await?;
    // Account, members, links: the order of whoever makes or uses one.
    sqlx::query!(
        "with mailed as (delete from password_reset_by_mail where account_id = $1)
         delete from password_reset where account_id = $1",
        account,
    )
    .execute(&mut *transaction)
    .await?;
    let by = Some(viewer.actor());
    let action = (AuditAction::PasswordChanged, "");
    audit::record_for_account(
        &mut transaction,
        &store.clock,
        AccountId(account),
        action,
        by,
    )
    .await?;
    transaction.commit().await?;
    Ok(Some(epoch))
}

#[async_trait]
impl OwnAccount for SessionIdentity {
    async fn own_account(&self, request: &Parts, viewer: &Texter) -> Result<AccountPage, AppError> {
        let this = session(request)?.id();
        let (account, sessions) = answered(RESPOND_WITHIN, async {
            tokio::try_join!(
                find(&self.store, viewer),
                own_sessions::list(&self.store, viewer, this)
            )
        })
        .await?;
        Ok(AccountPage {
            name: account.name,
            email: account.email,
            sessions,
        })
    }

    async fn rename_account(&self, viewer: &Texter, name: &PersonName) -> Result<(), AppError> {
        Ok(answered(RESPOND_WITHIN, rename(&self.store, viewer, name)).await?)
    }

    async fn change_password(
        &self,
        request: &Parts,
        viewer: &Texter,
        change: PasswordChange,
    ) -> Result<(), AppError> {
        let address = client_address(request, &self.trusted_proxies);
        let row = answered(RESPOND_WITHIN, find(&self.store, viewer)).await?;
        if change.current.len() > MAX_BYTES {
            let errors = FieldErrors::one("current", page::password_is_wrong());
            return Err(AppError::Fields(errors));
        }
        let is_same = change.current == change.new;
        let device = DeviceToken::of(request);
        // As a sign-in, and with its limits: whoever finds a browser open is not to try passwords here.
        let checked = self
            .check(&row.email, change.current, device.as_ref(), address)
            .await?;
        let Some(account) = checked else {
            let errors = FieldErrors::one("current", page::password_is_wrong());
            return Err(AppError::Fields(errors));
        };
        if is_same {
            let errors = FieldErrors::one("new", page::password_is_the_same());
            return Err(AppError::Fields(errors));
        }
        // Only for whoever knows the current one: it takes the processor's time.
        let new = hash_new("new", change.new, &[&row.name, &row.email]).await?;
        let device_hash = device.as_ref().map(DeviceToken::hash);
        let device_hash = device_hash.as_ref().map(|hash| &hash[..]);
        let hashes = [&*account.password_hash, &*new];
        let replaced = replace_hash(&self.store, viewer, hashes, device_hash);
        let Some(epoch) = answered(RESPOND_WITHIN, replaced).await? else {
            let errors = FieldErrors::one("current", page::password_was_changed());
            return Err(AppError::Fields(errors));
        };
        // Under a new id, which nobody has a copy of.
        let session = session(request)?;
        let owner = SessionOwner {
            organization: viewer.organization,
            member: viewer.member,
            epoch,
        };
        start_session(session, owner, None).await?;
        tracing::info!(account = row.id, %address, "changed a password");
        Ok(())
    }

    async fn sign_out_everywhere(&self, request: &Parts, viewer: &Texter) -> Result<(), AppError> {
        answered(RESPOND_WITHIN, async {
            let account = account_id(&self.store, viewer).await?;
            let mut transaction = self.store.begin().await?;
            let (organization, member) = (viewer.organization, viewer.member);
            own_sessions::end_all(&mut transaction, organization, member).await?;
            let by = Some(viewer.actor());
            let action = (AuditAction::SignedOutEverywhere, "");
            let clock = &self.store.clock;
            audit::record_for_account(&mut transaction, clock, account, action, by).await?;
            transaction.commit().await?;
            Ok::<_, StoreError>(())
        })
        .await?;
        // It has ended with the others; what is left of it goes by itself.
        if let Err(error) = session(request)?.flush().await {
            tracing::warn!(%error, "could not delete a session that has ended");
        }
        Ok(())
    }
}
