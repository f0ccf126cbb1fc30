//! Devices from which somebody has signed in before.
//!
//! A browser keeps a random token in a cookie, and the database its hash beside each account that it signed in
//! to. The token lets nobody in; it only separates its owner's attempts from everybody else's.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use http::request::Parts;
use server_store::{Store, StoreError};
use sha2::{Digest, Sha256};
use tower_cookies::{Cookie, Cookies};
use tower_sessions::cookie::SameSite;

const COOKIE: &str = "baton_device";
/// Where the cookie is sent: to what signs in, and nowhere else.
const PATH: &str = "/api/session";
/// How long a device is remembered after its last sign-in.
const DAYS: i32 = 180;
/// How many are remembered of one account; of more, those that signed in last.
const MAX_DEVICES: i64 = 20;

/// The token of a browser.
pub(super) struct DeviceToken([u8; 32]);

impl DeviceToken {
    /// A new one.
    pub fn random() -> Self {
        Self(rand::random())
    }

    /// That of the request, if there is one that could be ours.
    pub fn of(request: &Parts) -> Option<Self> {
        let cookie = request.extensions.get::<Cookies>()?.get(COOKIE)?;
        let token = URL_SAFE_NO_PAD.decode(cookie.value()).ok()?;
        token.try_into().ok().map(Self)
    }

    /// What the database knows of it.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0).into()
    }

    /// Sets the cookie, or sets it again for as long as a new one would last.
    pub fn keep(&self, request: &Parts, secure: bool) {
        // The router puts the jar in with the sessions; without one there is nobody to keep a cookie.
        if let Some(cookies) = request.extensions.get::<Cookies>() {
            let cookie = Cookie::build((COOKIE, URL_SAFE_NO_PAD.encode(self.0)))
                .http_only(true)
                .same_site(SameSite::Lax)
                .secure(secure)
                .path(PATH)
                .max_age(time::Duration::days(DAYS.into()));
            cookies.add(cookie.build());
        }
    }
}

/// Remembers that the device signed in to the account, and forgets the account's oldest if they are many.
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

/// Forgets devices that have not signed in for long; how many.
#[tracing::instrument(name = "db.known_device.forget_unused", skip_all)]
pub async fn forget_unused_devices(store: &Store) -> Result<u64, sqlx::Error> {
    let deleted = sqlx::query!(
        "delete from known_device
          where last_used_at <= coalesce($1, statement_timestamp()) - make_interval(days => $2)",
        store.clock.pinned(),
        DAYS,
    )
    .execute(&store.pool)
    .await?;
    Ok(deleted.rows_affected())
}
