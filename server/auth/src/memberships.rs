//! Joining an organization, and changing to another one: the server's side of [`Memberships`].

use super::choose_membership::choose;
use super::client_address::ClientAddress;
use super::identity::{MAX_EMAIL, note_browser, refused, session};
use super::password_error::MAX_BYTES;
use super::start_session::start_session;
use super::{
    SessionIdentity, SessionOwner, SignInLimits, TooManyAttempts, account, client_address, hash,
    refuse_guessable,
};
use crate::known_device::DeviceToken;
use app::domain::{
    AccountId, InviteToken, MIN_PASSWORD_CHARS, OrganizationId, PersonName, Texter, Viewer,
    is_email_address,
};
use app::error::AppError;
use app::field_errors::FieldErrors;
use app::ports::{Invitation, JoinForm, Memberships};
use async_trait::async_trait;
use http::request::Parts;
use sentences::page;
use server_store::database::{RESPOND_WITHIN, answered};
use server_store::invites::{self, JoinOutcome, Joined, Joiner};
use server_store::members::NewAccount;
use std::net::IpAddr;

/// What is wrong with the form of somebody new, beside its fields.
fn field_errors(form: &JoinForm, email: &str) -> Result<PersonName, FieldErrors> {
    let mut errors = FieldErrors::default();
    let name = PersonName::parse(&form.name);
    if name.is_err() {
        errors.add("name", page::name_is_not_valid());
    }
    if email.len() > MAX_EMAIL || !is_email_address(email) {
        errors.add("email", page::no_email_address());
    }
    if form.password.chars().count() < MIN_PASSWORD_CHARS {
        let least = MIN_PASSWORD_CHARS.to_string();
        errors.add("password", &page::password_is_too_short(&least));
    } else if form.password.len() > MAX_BYTES {
        let most = sentences::size(MAX_BYTES);
        errors.add("password", &page::new_password_is_too_long(&most));
    }
    // Only if the rest is right: it takes the processor's time.
    match name {
        Ok(name) if errors.is_empty() => {
            let about = [name.as_str(), email];
            if refuse_guessable(&form.password, &about).is_err() {
                errors.add("password", page::password_is_guessable());
                return Err(errors);
            }
            Ok(name)
        }
        _ => Err(errors),
    }
}

fn wrong_password() -> AppError {
    AppError::Fields(FieldErrors::one(
        "password",
        page::password_is_not_that_of_the_account(),
    ))
}

impl SessionIdentity {
    /// The account of whoever gave its e-mail address and its password, checked as a sign-in is, with its limits.
    async fn join_known(
        &self,
        request: &Parts,
        token: &InviteToken,
        (email, password): (&str, String),
        address: ClientAddress,
    ) -> Result<(Joined, bool), AppError> {
        if password.len() > MAX_BYTES {
            return Err(wrong_password());
        }
        let device = DeviceToken::of(request);
        let checked = self
            .check(email, password, device.as_ref(), address)
            .await?;
        let account = checked.ok_or_else(wrong_password)?;
        let joined = self
            .join_with(token, AccountId(account.id), address.client())
            .await?;
        let device = device.filter(|_| account.knows_device);
        self.know_device(request, account.id, device).await?;
        Ok(joined)
    }

    /// A new account; the one that another submit of the form made within the second since it was looked for, if this is
    /// its password.
    async fn join_new(
        &self,
        request: &Parts,
        token: &InviteToken,
        (email, form): (&str, JoinForm),
        address: ClientAddress,
    ) -> Result<(Joined, bool), AppError> {
        let name = field_errors(&form, email).map_err(AppError::Fields)?;
        let password_hash = hash(form.password.clone()).await;
        let password_hash = password_hash.map_err(|error| refused(error, address))?;
        let new = NewAccount {
            email,
            name: name.as_str(),
            password_hash: &password_hash,
        };
        let joining = invites::join(&self.store, token, Joiner::New(&new), address.client());
        let outcome = answered(RESPOND_WITHIN, joining).await?;
        if outcome == JoinOutcome::EmailTaken {
            let credentials = (email, form.password);
            return self.join_known(request, token, credentials, address).await;
        }
        let joined = membership(outcome)?;
        self.know_device(request, joined.0.account.0, None).await?;
        Ok(joined)
    }

    /// The membership of a known account, and whether it is new.
    async fn join_with(
        &self,
        token: &InviteToken,
        account: AccountId,
        address: Option<IpAddr>,
    ) -> Result<(Joined, bool), AppError> {
        let joining = invites::join(&self.store, token, Joiner::Known(account), address);
        membership(answered(RESPOND_WITHIN, joining).await?)
    }
}

/// The membership, and whether it is new.
fn membership(outcome: JoinOutcome) -> Result<(Joined, bool), AppError> {
    match outcome {
        JoinOutcome::Joined(joined) => {
            tracing::info!(
                account = joined.account.0,
                organization = joined.organization.0,
                member = joined.member.0,
                "joined by a link"
            );
            Ok((joined, true))
        }
        JoinOutcome::Already(joined) => Ok((joined, false)),
        JoinOutcome::Suspended => Err(AppError::Invalid(page::you_are_suspended_there().into())),
        // Of a known account nobody else is in the way.
        JoinOutcome::EmailTaken => Err(wrong_password()),
        JoinOutcome::Closed(state) => Err(closed(state.refusal())),
    }
}

fn closed(refusal: Option<&'static str>) -> AppError {
    AppError::Invalid(refusal.unwrap_or(page::link_has_expired()).into())
}

fn owner(joined: Joined) -> SessionOwner {
    SessionOwner {
        organization: joined.organization,
        member: joined.member,
        epoch: joined.epoch,
    }
}

#[async_trait]
impl Memberships for SessionIdentity {
    async fn invitation(
        &self,
        token: &InviteToken,
        viewer: Option<&Viewer>,
    ) -> Result<Invitation, AppError> {
        let found = invites::invitation(&self.store, token, viewer);
        Ok(answered(RESPOND_WITHIN, found).await?)
    }

    async fn join(
        &self,
        request: &Parts,
        token: &InviteToken,
        form: JoinForm,
    ) -> Result<bool, AppError> {
        let session = session(request)?;
        let address = client_address(request, &self.trusted_proxies);
        // Nobody's password is checked or hashed for a link that admits nobody.
        if let Some(refusal) = self.invitation(token, None).await?.state.refusal() {
            return Err(closed(Some(refusal)));
        }
        let limits = SignInLimits::of_join(token.as_str(), address);
        if let Err(TooManyAttempts { seconds }) = limits.acquire(&self.store).await? {
            tracing::warn!(%address, wait_seconds = seconds, "refused to let somebody join: too many have tried");
            return Err(AppError::TooManyAttempts { seconds });
        }
        let email = form.email.trim().to_lowercase();
        let known = if email.contains(char::is_control) {
            None
        } else {
            answered(RESPOND_WITHIN, account::find(&self.store, &email, None)).await?
        };
        let (joined, is_new) = if known.is_some() {
            let credentials = (email.as_str(), form.password);
            self.join_known(request, token, credentials, address)
                .await?
        } else {
            self.join_new(request, token, (&email, form), address)
                .await?
        };
        start_session(session, owner(joined), None).await?;
        note_browser(session, request).await?;
        Ok(is_new)
    }

    async fn join_as(
        &self,
        request: &Parts,
        viewer: &Texter,
        token: &InviteToken,
    ) -> Result<(), AppError> {
        let session = session(request)?;
        let account = answered(
            RESPOND_WITHIN,
            super::own_account::account_id(&self.store, viewer),
        );
        let account = account.await?;
        let (joined, _) = self
            .join_with(token, account, viewer.actor().address)
            .await?;
        let chosen = choose(&self.store, viewer, session.id(), joined.organization);
        let (owner, since) = answered(RESPOND_WITHIN, chosen).await?;
        start_session(session, owner, Some(since)).await
    }

    async fn choose_organization(
        &self,
        request: &Parts,
        viewer: &Texter,
        organization: OrganizationId,
    ) -> Result<(), AppError> {
        let session = session(request)?;
        let chosen = choose(&self.store, viewer, session.id(), organization);
        let (owner, since) = answered(RESPOND_WITHIN, chosen).await?;
        start_session(session, owner, Some(since)).await?;
        tracing::info!(
            organization = owner.organization.0,
            member = owner.member.0,
            "changed to another organization"
        );
        Ok(())
    }
}
