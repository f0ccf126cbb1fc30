//! Flash messages, shown once. A form that succeeded is redirected to an address that says what was done. Loaded again, or
//! opened from the browser's history, that address would say it again; in a link, it would say what nobody has done.
//!
//! So the redirect leaves a mark for its address in a cookie, and without it the message is dropped from the request. The
//! page takes the mark with it. One that the script has fetched (`script/navigation.js`) leaves it there for a moment,
//! because the script may have to load it as a document after all.

use super::AppState;
use super::form_redirect::digest;
use super::navigation::NAVIGATION;
use crate::config::BaseUrl;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::header::{COOKIE, LOCATION, SET_COOKIE};
use http::{HeaderMap, HeaderValue, Method, Uri};
use time::Duration;
use tower_sessions::cookie::{Cookie, SameSite};

/// The parameters that are a flash message: what was done, to whom, or of how many. `sent` is none: the page that follows
/// a text is fetched ahead of it, and who comes back to it is not told again by the script (`script/outgoing.js`). None is
/// a field of a form, which comes back in the address of one that is refused.
const FIELDS: [&str; 15] = [
    "done",
    "saved",
    "deleted",
    "added",
    "closed",
    "decided",
    "was_escalated",
    "gave",
    "moved",
    "not_sent",
    "nothing",
    "opted_out",
    "reopened",
    "returned",
    "tagged",
];
/// For how long a redirect is expected to be followed.
const FOLLOWED_WITHIN: Duration = Duration::minutes(1);
/// For how long a page that was fetched is expected to be loaded as a document.
const LOADED_WITHIN: Duration = Duration::seconds(5);

/// Marks the redirects that have a flash message, and shows it to whoever has the mark.
pub(super) async fn show_once(
    State(state): State<AppState>,
    mut request: Request,
    next: Next,
) -> Response {
    if request.method() == Method::POST {
        let mut response = next.run(request).await;
        let location = response.headers().get(LOCATION);
        let address: Option<Uri> =
            location.and_then(|location| location.to_str().ok()?.parse().ok());
        if let Some(mark) = address.and_then(|address| Mark::of(&address, &state.public_url)) {
            mark.set(&mut response, FOLLOWED_WITHIN);
        }
        return response;
    }
    let Some(mark) = Mark::of(request.uri(), &state.public_url) else {
        return next.run(request).await;
    };
    if !mark.is_in(request.headers()) {
        drop_message(&mut request);
        return next.run(request).await;
    }
    let is_fetched = request.headers().contains_key(NAVIGATION);
    let mut response = next.run(request).await;
    let remains = if is_fetched {
        LOADED_WITHIN
    } else {
        Duration::ZERO
    };
    mark.set(&mut response, remains);
    response
}

fn is_message(field: &str) -> bool {
    FIELDS.contains(&field)
}

/// Takes the message out of the address.
fn drop_message(request: &mut Request) {
    let query = request.uri().query().unwrap_or_default();
    let pairs = form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| !is_message(name));
    let query = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(pairs)
        .finish();
    if let Ok(uri) = [request.uri().path(), "?", &query].concat().parse() {
        *request.uri_mut() = uri;
    }
}

/// The cookie of one address. Each has its own, so that answers that cross each other take nothing from each other.
struct Mark {
    name: String,
    is_secure: bool,
}

impl Mark {
    /// The mark of an address, if it has a flash message.
    fn of(address: &Uri, public_url: &BaseUrl) -> Option<Self> {
        let query = address.query().unwrap_or_default();
        form_urlencoded::parse(query.as_bytes()).find(|(name, _)| is_message(name))?;
        let is_secure = public_url.is_https();
        let prefix = if is_secure { "__Host-" } else { "" };
        let name = [prefix, "baton_flash_", &digest(address)].concat();
        Some(Self { name, is_secure })
    }

    fn is_in(&self, headers: &HeaderMap) -> bool {
        let mut cookies = headers
            .get_all(COOKIE)
            .iter()
            .filter_map(|header| header.to_str().ok())
            .flat_map(|header| Cookie::split_parse(header).flatten());
        cookies.any(|cookie| cookie.name() == self.name)
    }

    fn set(&self, response: &mut Response, max_age: Duration) {
        let cookie = Cookie::build((self.name.as_str(), "1"))
            .path("/")
            .http_only(true)
            .secure(self.is_secure)
            .same_site(SameSite::Strict)
            .max_age(max_age);
        if let Ok(cookie) = HeaderValue::from_str(&cookie.to_string()) {
            response.headers_mut().append(SET_COOKIE, cookie);
        }
    }
}

/// The cookie of a browser that a form has led to this address of a server without encryption.
#[cfg(test)]
pub(super) fn mark_of(path: &str) -> String {
    format!("baton_flash_{}=1", digest(&path.parse().unwrap()))
}
