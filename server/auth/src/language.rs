//! The language that a person has chosen: of their account, and of their browser for when they are not signed in.

use app::domain::Viewer;
use http::request::Parts;
use sentences::Language;
use server_store::database::{RESPOND_WITHIN, answered};
use server_store::{Store, StoreError};
use tower_cookies::{Cookie, Cookies};
use tower_sessions::cookie::SameSite;

/// The cookie with the language of a browser.
pub const LANGUAGE_COOKIE: &str = "baton_language";
/// The retention of the choice of a browser.
const RETENTION_DAYS: i64 = 365;

/// Saves the language of the person, which is the same in all of their organizations.
#[tracing::instrument(name = "db.account.set_language", skip_all)]
pub(super) async fn save(
    store: &Store,
    viewer: &Viewer,
    language: Language,
) -> Result<(), StoreError> {
    let saved = sqlx::query!(
        "update account a set language = $3
           from member m
          where m.organization_id = $1 and m.id = $2 and m.role <> 'suspended'
            and a.id = m.account_id",
        viewer.organization.0,
        viewer.member.0,
        language.code(),
    );
    // Who is suspended at this moment keeps what was chosen before.
    answered(RESPOND_WITHIN, async {
        saved.execute(&store.pool).await?;
        Ok(())
    })
    .await
}

/// Sets the cookie, or extends it.
pub(super) fn set_cookie(request: &Parts, language: Language, secure: bool) {
    // The session layer adds the cookie jar; without it nothing can be set.
    if let Some(cookies) = request.extensions.get::<Cookies>() {
        let cookie = Cookie::build((LANGUAGE_COOKIE, language.code()))
            .http_only(true)
            .same_site(SameSite::Lax)
            .secure(secure)
            .path("/")
            .max_age(time::Duration::days(RETENTION_DAYS));
        cookies.add(cookie.build());
    }
}
