use app::error::AppError;
use axum::body::Bytes;
use http::StatusCode;
use http::header::{LOCATION, SET_COOKIE};
use leptos::server_fn::codec::PostcardEncoding;
use leptos::server_fn::{Decodes, Encodes};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What came back, read to its end.
pub(crate) struct Answer {
    pub status: StatusCode,
    pub headers: http::HeaderMap,
    /// As text; bytes that are none are replaced.
    pub body: String,
    pub(super) bytes: Bytes,
}

impl Answer {
    /// The value that a server function answers with, if it is of this type and nothing else follows.
    pub fn decoded<T: Serialize + DeserializeOwned>(&self) -> Option<T> {
        let value = PostcardEncoding::decode(self.bytes.clone()).ok()?;
        (PostcardEncoding::encode(&value).ok()? == self.bytes).then_some(value)
    }

    /// Status and error of a server function that refused.
    pub fn refusal(&self) -> (u16, Option<AppError>) {
        (self.status.as_u16(), self.decoded())
    }

    /// Where it redirects to.
    pub fn location(&self) -> &str {
        self.headers
            .get(LOCATION)
            .map_or("", |location| location.to_str().unwrap())
    }

    /// The session cookie that it sets, as a request sends it back.
    pub fn cookie(&self) -> Option<String> {
        self.cookie_named("baton_session")
    }

    /// All cookies that it sets, as a request sends them back.
    pub(super) fn set_cookies(&self) -> Vec<String> {
        let set = self.headers.get_all(SET_COOKIE).into_iter();
        set.filter_map(|cookie| cookie.to_str().unwrap().split(';').next())
            .map(str::to_owned)
            .collect()
    }

    /// A cookie that it sets, as a request sends it back.
    pub fn cookie_named(&self, name: &str) -> Option<String> {
        let set = self.headers.get_all(SET_COOKIE).into_iter();
        let mut set = set.map(|cookie| cookie.to_str().unwrap());
        let cookie = set.find(|cookie| cookie.starts_with(&format!("{name}=")))?;
        cookie.split(';').next().map(str::to_owned)
    }
}
