//! The content of what came along with an inbound text.
//!
//! Its URL stands in a signed webhook, and is all the same held against what it has to look like: the server asks for
//! nothing but a medium of its own account, and follows redirects to nothing but Twilio's stores.

use crate::{MAX_MEDIA_BYTES, Media, MediaError};
use app::domain::MediaKind;
use reqwest::{Response, StatusCode, Url, header};

/// The host that Twilio redirects to, and those under it.
const STORE: &str = "twiliocdn.com";
/// The store of accounts whose media need no credentials, and the folder of it that is Twilio's.
const OPEN_STORE: (&str, &str) = ("s3-external-1.amazonaws.com", "/media.twiliocdn.com/");

/// The URL of a medium, if it is one of the account at this address of the API:
/// `{api}/2010-04-01/Accounts/{account}/Messages/{message}/Media/{medium}`.
pub fn url_of(source: &str, api: &Url, account_sid: &str) -> Result<Url, MediaError> {
    let url = Url::parse(source).map_err(|_| MediaError::Elsewhere)?;
    let parts: Vec<&str> = url.path().split('/').collect();
    let is_medium = match parts.as_slice() {
        [
            "",
            "2010-04-01",
            "Accounts",
            account,
            "Messages",
            message,
            "Media",
            medium,
        ] => *account == account_sid && is_id(message) && is_id(medium),
        _ => false,
    };
    let is_bare = url.query().is_none()
        && url.fragment().is_none()
        && url.username().is_empty()
        && url.password().is_none();
    if is_medium && is_bare && url.origin() == api.origin() {
        Ok(url)
    } else {
        Err(MediaError::Elsewhere)
    }
}

fn is_id(part: &str) -> bool {
    (1..=64).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Where a redirect leads, if it is a store of Twilio's, or the address of the API itself. Credentials do not go along.
pub fn redirected(response: &Response, api: &Url) -> Result<Option<Url>, MediaError> {
    if !response.status().is_redirection() {
        return Ok(None);
    }
    let location = response.headers().get(header::LOCATION);
    let location = location.and_then(|location| location.to_str().ok());
    let location = location.ok_or(MediaError::Elsewhere)?;
    let url = response.url().join(location);
    let url = url.map_err(|_| MediaError::Elsewhere)?;
    if url.origin() == api.origin() || is_store(&url) {
        Ok(Some(url))
    } else {
        Err(MediaError::Elsewhere)
    }
}

fn is_store(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    let is_own = host
        .strip_suffix(STORE)
        .is_some_and(|before| before.is_empty() || before.ends_with('.'));
    let is_open = host == OPEN_STORE.0 && url.path().starts_with(OPEN_STORE.1);
    url.scheme() == "https" && url.port().is_none() && (is_own || is_open)
}

/// The content of an answer, held against type and size before and while it is read.
pub async fn content_of(mut response: Response) -> Result<Media, MediaError> {
    match response.status() {
        StatusCode::OK => {}
        StatusCode::NOT_FOUND | StatusCode::GONE => return Err(MediaError::Gone),
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => return Err(MediaError::Refused),
        status => return Err(MediaError::NotReached(format!("it answered {status}"))),
    }
    let content_type = response.headers().get(header::CONTENT_TYPE);
    let content_type = content_type.and_then(|value| value.to_str().ok());
    let content_type = essence(content_type.unwrap_or_default());
    if MediaKind::of(&content_type).is_none() {
        return Err(MediaError::WrongType(
            content_type.chars().take(100).collect(),
        ));
    }
    let most = u64::try_from(MAX_MEDIA_BYTES).unwrap_or(u64::MAX);
    if response
        .content_length()
        .is_some_and(|length| length > most)
    {
        return Err(MediaError::TooLarge);
    }
    let mut content = Vec::new();
    // What says no length, or a wrong one, is cut off as well.
    while let Some(chunk) = response.chunk().await.map_err(of_transport)? {
        if content.len() + chunk.len() > MAX_MEDIA_BYTES {
            return Err(MediaError::TooLarge);
        }
        content.extend_from_slice(&chunk);
    }
    Ok(Media {
        content_type,
        content,
    })
}

/// The content type without its parameters.
fn essence(content_type: &str) -> String {
    let essence = content_type.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

/// The error of a request without an answer, or with half of one.
pub fn of_transport(error: reqwest::Error) -> MediaError {
    if error.is_timeout() && !error.is_connect() {
        MediaError::NoAnswer
    } else {
        // The URL of a store is a key to the content.
        MediaError::NotReached(error.without_url().to_string())
    }
}
