//! Sign-in and sign-out, the server's side of [`Identity`].

use super::browser::{BROWSER_KEY, Browser};
use super::client_address::ClientAddress;
use super::known_device::{DeviceToken, remember};
use super::password_error::MAX_BYTES;
use super::session_fault::unavailable;
use super::start_session::start_session;
use super::{
    HashingTurn, PasswordError, SessionOwner, SignInLimits, TooManyAttempts, account,
    client_address, hashing_turn, language, password,
};
use crate::TrustedProxies;
use account::Account;
use app::domain::{Viewer, is_email_address};
use app::error::AppError;
use app::ports::{Credentials, Identity};
use async_trait::async_trait;
use http::request::Parts;
use sentences::{Language, page};
use server_store::Store;
use tower_sessions::Session;

/// The maximum length of an e-mail address that mail can be sent to, in bytes (RFC 5321, 4.5.3.1.3 without its brackets).
pub(super) const MAX_EMAIL: usize = 254;

/// The implementation of [`Identity`] over the store. It finds the session's handle in the request's extensions.
#[derive(Debug, Clone)]
pub struct SessionIdentity {
    pub(super) store: Store,
    pub(super) secure: bool,
    pub(super) trusted_proxies: TrustedProxies,
}

impl SessionIdentity {
    /// An identity over this store. `secure` restricts cookies to https.
    pub fn new(store: Store, secure: bool, trusted_proxies: TrustedProxies) -> Self {
        Self {
            store,
            secure,
            trusted_proxies,
        }
    }

    /// The account, if the password is right. All of it happens within one turn, so that there are no more attempts than
    /// hashes at once, and a successful one is refunded before the next one acquires.
    pub(super) async fn check(
        &self,
        email: &str,
        password: String,
        device: Option<&DeviceToken>,
        address: ClientAddress,
    ) -> Result<Option<Account>, AppError> {
        let turn = hashing_turn()
            .await
            .map_err(|error| refused(error, address))?;
        let device_hash = device.map(DeviceToken::hash);
        let device_hash = device_hash.as_ref().map(|hash| &hash[..]);
        let account = account::find(&self.store, email, device_hash).await?;
        let limits = match (&account, device_hash) {
            (Some(account), Some(hash)) if account.knows_device => {
                SignInLimits::of_known_device(account.id, hash)
            }
            _ => SignInLimits::of_new_device(email, address),
        };
        let account_id = account.as_ref().map(|account| account.id);
        let attempt = match limits.acquire(&self.store).await? {
            Ok(attempt) => attempt,
            Err(TooManyAttempts { seconds }) => {
                tracing::warn!(account = account_id, %address, wait_seconds = seconds, "refused a sign-in: too many attempts");
                return Err(AppError::TooManyAttempts { seconds });
            }
        };
        let hash = account
            .as_ref()
            .map(|account| account.password_hash.clone());
        let (matches, turn): (bool, HashingTurn) = password::verify(turn, password, hash)
            .await
            .map_err(|error| refused(error, address))?;
        if matches {
            attempt.refund(&self.store).await?;
        } else {
            tracing::warn!(account = account_id, %address, "refused a sign-in: wrong e-mail or password");
        }
        drop(turn);
        Ok(account.filter(|_| matches))
    }

    /// Remembers the device of somebody who has just signed in: the one that the account knows, or a new one, because an
    /// unknown token may have been planted by somebody who keeps a copy.
    pub(super) async fn know_device(
        &self,
        request: &Parts,
        account: i64,
        known: Option<DeviceToken>,
    ) -> Result<(), AppError> {
        let device = known.unwrap_or_else(DeviceToken::random);
        remember(&self.store, account, &device).await?;
        device.set_cookie(request, self.secure);
        Ok(())
    }

    /// Signs in whoever has shown that the account is theirs, in a browser whose device it `knows`, or another.
    pub(super) async fn begin_session(
        &self,
        request: &Parts,
        account: i64,
        owner: SessionOwner,
        known: Option<DeviceToken>,
    ) -> Result<(), AppError> {
        let session = session(request)?;
        self.know_device(request, account, known).await?;
        start_session(session, owner, None).await?;
        note_browser(session, request).await
    }
}

/// Keeps in the session which browser it is in.
pub(super) async fn note_browser(session: &Session, request: &Parts) -> Result<(), AppError> {
    if let Some(browser) = Browser::of(request) {
        let noted = session.insert(BROWSER_KEY, browser).await;
        noted.map_err(unavailable)?;
    }
    Ok(())
}

pub(super) fn session(request: &Parts) -> Result<&Session, AppError> {
    request.extensions.get().ok_or(AppError::Unavailable)
}

pub(super) fn refused(error: PasswordError, address: ClientAddress) -> AppError {
    if let PasswordError::Busy = error {
        tracing::warn!(%address, "refused a sign-in: too many are waiting to be checked");
        return AppError::SignInsBusy;
    }
    tracing::error!(%error, "a password could not be checked");
    AppError::Unavailable
}

/// The e-mail address in lower case, if address and password are ones that an account can have.
fn validate(credentials: &Credentials) -> Result<String, AppError> {
    let email = credentials.email.trim();
    if email.len() > MAX_EMAIL || !is_email_address(email) {
        return Err(AppError::Invalid(page::no_email_address().into()));
    }
    if credentials.password.len() > MAX_BYTES {
        let sentence = page::password_is_too_long(&sentences::size(MAX_BYTES));
        return Err(AppError::Invalid(sentence));
    }
    Ok(email.to_lowercase())
}

#[async_trait]
impl Identity for SessionIdentity {
    async fn sign_in(&self, request: &Parts, credentials: Credentials) -> Result<(), AppError> {
        let address = client_address(request, &self.trusted_proxies);
        let email = validate(&credentials)?;
        let device = DeviceToken::of(request);
        let account = self
            .check(&email, credentials.password, device.as_ref(), address)
            .await?
            .ok_or(AppError::WrongCredentials)?;
        let Some(owner) = account.owner else {
            tracing::warn!(account = account.id, %address, "refused a sign-in: suspended in every organization");
            return Err(AppError::Suspended);
        };
        let known = device.filter(|_| account.knows_device);
        self.begin_session(request, account.id, owner, known)
            .await?;
        tracing::info!(
            account = account.id,
            organization = owner.organization.0,
            member = owner.member.0,
            %address,
            known_device = account.knows_device,
            "signed in"
        );
        Ok(())
    }

    async fn sign_out(&self, request: &Parts) -> Result<(), AppError> {
        session(request)?.flush().await.map_err(unavailable)
    }

    async fn set_language(
        &self,
        request: &Parts,
        viewer: Option<&Viewer>,
        language: Language,
    ) -> Result<(), AppError> {
        if let Some(viewer) = viewer {
            language::save(&self.store, viewer, language).await?;
        }
        language::set_cookie(request, language, self.secure);
        Ok(())
    }
}
