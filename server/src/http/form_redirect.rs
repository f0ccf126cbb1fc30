//! The redirects of plain forms, back to the page that they were on.
//!
//! A form that is refused is redirected to a page whose address carries the error and what was typed. Anybody
//! could make a link with such an address, so a page shows only what this server has given this browser: the
//! redirect leaves a digest of its address in a cookie, and without it the error is dropped from the request.
//! That needs no session, no script and no secret that servers would have to share.

use super::AppState;
use crate::config::BaseUrl;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::header::{COOKIE, HOST, LOCATION, REFERER, SET_COOKIE};
use http::{HeaderMap, HeaderValue, Method, Uri};
use reqwest::Url;
use sha2::{Digest, Sha256};
use time::Duration;
use tower_sessions::cookie::{Cookie, SameSite};

/// The parameters that only the address of a refused form has: the error, the server function, and which of the
/// page's forms is shown as it was filled in.
const REFUSAL_FIELDS: [&str; 3] = ["__err", "__path", "form"];
/// The parameters of the page that a form was on which a refusal of that form overtakes: an error from before, and what was
/// chosen for a box of the page where no script runs (`app/src/pages/texts/responses.rs`). What was made of that is kept.
const OVERTAKEN_FIELDS: [&str; 3] = ["__err", "__path", "response"];
/// For how long a refusal can be looked at again.
const REMEMBERED: Duration = Duration::minutes(10);
/// How many refusals are remembered, so that forms in several tabs do not displace each other's.
const MAX_REMEMBERED: usize = 8;
/// 128 bits: nobody finds another address with the same digest.
const DIGEST_BYTES: usize = 16;

/// Keeps the redirects of forms within Baton, and refusals with those who were refused.
pub(super) async fn guard(
    State(state): State<AppState>,
    mut request: Request,
    next: Next,
) -> Response {
    let cookie = RefusalCookie::new(&state.public_url);
    let remembered = cookie.read(request.headers());
    if request.method() != Method::POST {
        drop_foreign_refusal(&mut request, &remembered);
        return next.run(request).await;
    }
    let origins = own_origins(&state.public_url, request.headers());
    correct_referrer(request.headers_mut(), &origins);
    let mut response = next.run(request).await;
    let Some(location) = location(response.headers(), &origins) else {
        return response;
    };
    if let Ok(uri) = location.parse::<Uri>()
        && is_refusal(&uri)
        && let Some(set_cookie) = cookie.adding(&digest(&uri), &remembered)
    {
        response.headers_mut().append(SET_COOKIE, set_cookie);
    }
    if let Ok(location) = HeaderValue::from_str(&location) {
        response.headers_mut().insert(LOCATION, location);
    }
    response
}

/// Takes the refusal out of an address that this browser was not redirected to.
fn drop_foreign_refusal(request: &mut Request, remembered: &[String]) {
    if !is_refusal(request.uri()) || remembered.contains(&digest(request.uri())) {
        return;
    }
    let query = without_refusal(request.uri().query().unwrap_or_default());
    let path = request.uri().path();
    if let Ok(uri) = [path, "?", &query].concat().parse() {
        *request.uri_mut() = uri;
    }
}

fn is_refusal(uri: &Uri) -> bool {
    let query = uri.query().unwrap_or_default();
    form_urlencoded::parse(query.as_bytes())
        .any(|(name, _)| REFUSAL_FIELDS.contains(&name.as_ref()))
}

fn without_refusal(query: &str) -> String {
    let pairs = form_urlencoded::parse(query.as_bytes())
        .filter(|(name, _)| !REFUSAL_FIELDS.contains(&name.as_ref()));
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(pairs)
        .finish()
}

/// A short name for an address, by which a cookie knows it.
pub(super) fn digest(uri: &Uri) -> String {
    let address = uri.path_and_query().map_or("", |address| address.as_str());
    URL_SAFE_NO_PAD.encode(&Sha256::digest(address)[..DIGEST_BYTES])
}

/// The origins that a browser may call this server by. The host was checked by then.
fn own_origins(public_url: &BaseUrl, headers: &HeaderMap) -> Vec<String> {
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    let by_host = host.map(|host| format!("http://{host}"));
    let url = [Some(public_url.as_str().to_owned()), by_host];
    url.into_iter()
        .flatten()
        .filter_map(|url| Some(Url::parse(&url).ok()?.origin().ascii_serialization()))
        .collect()
}

/// Replaces a referrer that is no page of ours, or that is missing, by the start page: the server function
/// redirects to it. What is overtaken is taken out of it.
fn correct_referrer(headers: &mut HeaderMap, origins: &[String]) {
    let referrer = headers
        .get(REFERER)
        .and_then(|referrer| Url::parse(referrer.to_str().ok()?).ok())
        .filter(|url| origins.contains(&url.origin().ascii_serialization()));
    let address = match referrer {
        Some(mut url) => {
            url.set_fragment(None);
            let query = url.query().unwrap_or_default().to_owned();
            if OVERTAKEN_FIELDS.iter().any(|field| query.contains(field)) {
                let pairs: Vec<_> = form_urlencoded::parse(query.as_bytes())
                    .filter(|(name, _)| !OVERTAKEN_FIELDS.contains(&name.as_ref()))
                    .map(|(name, value)| (name.into_owned(), value.into_owned()))
                    .collect();
                url.query_pairs_mut().clear().extend_pairs(pairs);
            }
            url.to_string()
        }
        None => format!(
            "{}/",
            origins.first().map_or("http://localhost", String::as_str)
        ),
    };
    if let Ok(address) = HeaderValue::from_str(&address) {
        headers.insert(REFERER, address);
    }
}

/// Where the answer redirects to, as a path of this server; anywhere else becomes the start page.
fn location(headers: &HeaderMap, origins: &[String]) -> Option<String> {
    let location = headers.get(LOCATION)?;
    // As a browser reads it: `//host` and `/\host` are other hosts.
    let base = Url::parse(origins.first()?).ok()?;
    let url = location
        .to_str()
        .ok()
        .and_then(|location| base.join(location).ok())
        .filter(|url| origins.contains(&url.origin().ascii_serialization()));
    Some(url.map_or_else(|| "/".to_owned(), |url| within_origin(&url)))
}

/// The part of an address behind its origin.
fn within_origin(url: &Url) -> String {
    // A path that begins with two slashes would be read as a host.
    let mut address = format!("/{}", url.path().trim_start_matches('/'));
    for (mark, part) in [("?", url.query()), ("#", url.fragment())] {
        if let Some(part) = part {
            address.push_str(mark);
            address.push_str(part);
        }
    }
    address
}

/// The cookie with the digests of the latest refusals.
struct RefusalCookie {
    name: &'static str,
    is_secure: bool,
}

impl RefusalCookie {
    fn new(public_url: &BaseUrl) -> Self {
        let is_secure = public_url.is_https();
        // The prefix keeps pages of sibling domains from setting it.
        let name = if is_secure {
            "__Host-baton_refusals"
        } else {
            "baton_refusals"
        };
        Self { name, is_secure }
    }

    fn read(&self, headers: &HeaderMap) -> Vec<String> {
        let cookies = headers.get_all(COOKIE).iter();
        cookies
            .filter_map(|header| header.to_str().ok())
            .flat_map(|header| Cookie::split_parse(header).flatten())
            .find(|cookie| cookie.name() == self.name)
            .map(|cookie| cookie.value().split('.').map(str::to_owned).collect())
            .unwrap_or_default()
    }

    fn adding(&self, digest: &str, remembered: &[String]) -> Option<HeaderValue> {
        let others = remembered
            .iter()
            .map(String::as_str)
            .filter(|other| *other != digest);
        let digests: Vec<&str> = std::iter::once(digest)
            .chain(others)
            .take(MAX_REMEMBERED)
            .collect();
        let cookie = Cookie::build((self.name, digests.join(".")))
            .path("/")
            .http_only(true)
            .secure(self.is_secure)
            .same_site(SameSite::Strict)
            .max_age(REMEMBERED);
        HeaderValue::from_str(&cookie.to_string()).ok()
    }
}
