//! The server's side of [`PasswordResets`].

use super::{ResetToken, by_admin, link, redeem, request};
use crate::new_password::hash_new;
use crate::{SessionIdentity, client_address};
use app::domain::{Admin, MemberId, PasswordLinkRefusal};
use app::error::AppError;
use app::ports::{PasswordLinkPage, PasswordResets, ResetAccount};
use async_trait::async_trait;
use http::request::Parts;
use sentences::page;
use server_store::database::{RESPOND_WITHIN, answered};
use tower_cookies::{Cookie, Cookies};
use tower_sessions::cookie::SameSite;

/// The cookie that carries a link's token from the request that made it to the page that shows it, which deletes it. A
/// form is answered with a redirect, whose address is kept in many places.
const COOKIE: &str = "baton_password_link";
/// The path of the cookie: the pages of people.
const COOKIE_PATH: &str = "/people";
/// How long the cookie is kept if that page is never asked for.
const COOKIE_MINUTES: i64 = 2;

/// Password links over the store.
#[derive(Debug, Clone)]
pub struct PasswordLinks {
    identity: SessionIdentity,
    /// The public URL, of which links are made.
    base: String,
    sends_mail: bool,
}

impl PasswordLinks {
    /// Links to the server at the URL `base`; by e-mail too, if it sends any.
    pub fn new(identity: SessionIdentity, base: String, sends_mail: bool) -> Self {
        Self {
            identity,
            base,
            sends_mail,
        }
    }

    /// The token that the browser was given, which it is not given again.
    fn take_token(&self, request: &Parts) -> Option<ResetToken> {
        let cookies = request.extensions.get::<Cookies>()?;
        let token = ResetToken::parse(cookies.get(COOKIE)?.value());
        cookies.remove(Cookie::build((COOKIE, "")).path(COOKIE_PATH).build());
        token
    }

    fn give_token(&self, request: &Parts, token: &ResetToken) {
        // The session layer adds the cookie jar; without it nothing can be set.
        if let Some(cookies) = request.extensions.get::<Cookies>() {
            let cookie = Cookie::build((COOKIE, token.to_string()))
                .http_only(true)
                .same_site(SameSite::Strict)
                .secure(self.identity.secure)
                .path(COOKIE_PATH)
                .max_age(time::Duration::minutes(COOKIE_MINUTES));
            cookies.add(cookie.build());
        }
    }
}

/// Why no link is made, for somebody who asked for one all the same.
fn refused(refusal: PasswordLinkRefusal) -> AppError {
    match refusal {
        PasswordLinkRefusal::AboveYou => AppError::NotAllowed,
        PasswordLinkRefusal::Yourself => AppError::Invalid(page::no_link_for_yourself().into()),
        PasswordLinkRefusal::Suspended => AppError::Invalid(page::no_link_while_suspended().into()),
        PasswordLinkRefusal::BelongsElsewhere => {
            AppError::Invalid(page::no_link_into_another_organization().into())
        }
    }
}

#[async_trait]
impl PasswordResets for PasswordLinks {
    async fn password_link(
        &self,
        request: &Parts,
        viewer: &Admin,
        member: MemberId,
    ) -> Result<PasswordLinkPage, AppError> {
        let store = &self.identity.store;
        let found = answered(RESPOND_WITHIN, by_admin::member(store, viewer, member)).await?;
        let mut shown = None;
        if let Some(token) = self.take_token(request) {
            // A browser may have been given another cookie by somebody else.
            let is_theirs = by_admin::is_of_member(store, viewer, member, &token);
            if answered(RESPOND_WITHIN, is_theirs).await? {
                shown = Some(link(&self.base, &token));
            }
        }
        Ok(PasswordLinkPage {
            name: found.name,
            email: found.email,
            link: shown,
            refusal: found.refusal,
        })
    }

    async fn make_password_link(
        &self,
        request: &Parts,
        viewer: &Admin,
        member: MemberId,
    ) -> Result<(), AppError> {
        let made = by_admin::make(&self.identity.store, viewer, member);
        let token = answered(RESPOND_WITHIN, made).await?.map_err(refused)?;
        self.give_token(request, &token);
        tracing::info!(
            organization = viewer.organization.0,
            admin = viewer.member.0,
            member = member.0,
            "made a password link"
        );
        Ok(())
    }

    fn sends_mail(&self) -> bool {
        self.sends_mail
    }

    async fn send_link(&self, request: &Parts, email: &str) -> Result<(), AppError> {
        if !self.sends_mail {
            return Err(AppError::NotFound);
        }
        let address = client_address(request, &self.identity.trusted_proxies);
        request::request(&self.identity.store, email, address).await
    }

    async fn reset_account(&self, token: &str) -> Result<Option<ResetAccount>, AppError> {
        let Some(token) = ResetToken::parse(token) else {
            return Ok(None);
        };
        let found = redeem::find(&self.identity.store, &token);
        let found = answered(RESPOND_WITHIN, found).await?;
        Ok(found.map(|account| ResetAccount {
            name: account.name,
            email: account.email,
        }))
    }

    async fn choose_password(
        &self,
        request: &Parts,
        token: &str,
        new: String,
    ) -> Result<(), AppError> {
        let store = &self.identity.store;
        let token = ResetToken::parse(token).ok_or(AppError::NotFound)?;
        let found = answered(RESPOND_WITHIN, redeem::find(store, &token)).await?;
        let account = found.ok_or(AppError::NotFound)?;
        let hash = hash_new("new", new, &[&account.name, &account.email]).await?;
        let address = client_address(request, &self.identity.trusted_proxies);
        let redeemed = redeem::redeem(store, &token, &hash, address.client());
        let owner = answered(RESPOND_WITHIN, redeemed).await?;
        let owner = owner.ok_or(AppError::NotFound)?;
        self.identity
            .begin_session(request, account.id, owner, None)
            .await?;
        tracing::info!(account = account.id, %address, "chose a new password by a link");
        Ok(())
    }
}
