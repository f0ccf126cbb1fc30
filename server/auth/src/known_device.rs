//! Known devices: browsers that have signed in before.
//!
//! A browser keeps a random token in a cookie; the database has its hash beside each account that it signed in to. The
//! token authenticates nobody. It only separates its owner's sign-in attempts from all others.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use http::request::Parts;
use server_store::{Store, StoreError};
use sha2::{Digest, Sha256};
use tower_cookies::{Cookie, Cookies};
use tower_sessions::cookie::SameSite;

const COOKIE: &str = "baton_device";
/// The path of the cookie, which only sign-in and sign-out need.
const COOKIE_PATH: &str = "/api/session";
/// The retention of a device after its last sign-in.
const RETENTION_DAYS: i32 = 180;
/// The maximum number of devices of an account, of which the latest are kept.
const MAX_DEVICES: i64 = 20;

/// The random token of a browser.
pub(super) struct DeviceToken([u8; 32]);

impl DeviceToken {
    /// A new token.
    pub fn random() -> Self {
        Self(rand::random())
    }

    /// The token in the request's cookie, if there is one of the right form.
    pub fn of(request: &Parts) -> Option<Self> {
        let cookie = request.extensions.get::<Cookies>()?.get(COOKIE)?;
        let token = URL_SAFE_NO_PAD.decode(cookie.value()).ok()?;
        token.try_into().ok().map(Self)
    }

    /// The hash of the token, as the database has it.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0).into()
    }

    /// Sets the cookie, or extends it.
    pub fn set_cookie(&self, request: &Parts, secure: bool) {
        // The session layer adds the cookie jar; without it nothing can be set.
        if let Some(cookies) = request.extensions.get::<Cookies>() {
            let cookie = Cookie::build((COOKIE, URL_SAFE_NO_PAD.encode(self.0)))
                .http_only(true)
                .same_site(SameSite::Lax)
                .secure(secure)
                .path(COOKIE_PATH)
                .max_age(time::Duration::days(RETENTION_DAYS.into()));
            cookies.add(cookie.build());
        }
    }
}

/// Records a sign-in from the device, and deletes the oldest of more than [`MAX_DEVICES`].
#[tracing::instrument(name = "db.known_device.remember", skip_all)]
pub(super) async fn remember(
    store: &Store,
    account: i64,
    device: &DeviceToken,
) -> Result<(), StoreError> {
    sqlx::query!(
        "with oldest as (
             delete from known_device
              where account_id = $1
                and token_hash in (select token_hash from known_device
                                    where account_id = $1 and token_hash <> $2
                                    order by last_used_at desc
                                   offset $4::bigint - 1))
         insert into known_device (account_id, token_hash, last_used_at)
         values ($1, $2, coalesce($3, statement_timestamp()))
         on conflict (token_hash, account_id) do update set last_used_at = excluded.last_used_at",
        account,
        &device.hash()[..],
        store.clock.pinned(),
        MAX_DEVICES,
    )
    .execute(&store.pool)
    .await?;
    Ok(())
}

/// Deletes devices without a sign-in for [`RETENTION_DAYS`] days, and returns their number.
#[tracing::instrument(name = "db.known_device.forget_unused", skip_all)]
pub async fn forget_unused_devices(store: &Store) -> Result<u64, sqlx::Error> {
    let deleted = sqlx::query!(
        "delete from known_device
          where last_used_at <= coalesce($1, statement_timestamp()) - make_interval(days => $2)",
        store.clock.pinned(),
        RETENTION_DAYS,
    )
    .execute(&store.pool)
    .await?;
    Ok(deleted.rows_affected())
}
