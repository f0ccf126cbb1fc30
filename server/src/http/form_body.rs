//! The bodies of forms, read completely before it is looked up who sends them and what they may do: that is as it is when
//! all of the form is here, however long it took. A fault in one is answered with a 4xx.

use super::error_page::refuse;
use axum::body::{Body, Bytes, HttpBody};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::header::{CONTENT_ENCODING, CONTENT_LENGTH, TRANSFER_ENCODING};
use http::{HeaderMap, HeaderValue, Method, StatusCode};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use sentences::page;
use std::time::Duration;

/// The maximum length of a form, in bytes.
const MAX_FORM_BYTES: usize = 64 * 1024;
/// The time limit for receiving a form.
pub(super) const FORM_TIMEOUT: Duration = Duration::from_secs(20);

/// The reason why a form cannot be read.
#[derive(Debug, Clone, Copy)]
enum Unreadable {
    TooLong,
    TooSlow,
    Broken,
}

/// Refuses requests with a Content-Encoding, which nothing decodes.
pub(super) async fn refuse_encodings(request: Request, next: Next) -> Response {
    let mut encodings = request.headers().get_all(CONTENT_ENCODING).iter();
    if encodings.all(|encoding| encoding.as_bytes().eq_ignore_ascii_case(b"identity")) {
        return next.run(request).await;
    }
    refuse(
        request.headers(),
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        page::cannot_be_read(),
        page::is_compressed(),
    )
}

/// Reads the whole form and passes it on without bytes that PostgreSQL cannot store. One that cannot be read is passed on
/// to [`refuse_unreadable`], empty.
pub(super) async fn read(request: Request, next: Next) -> Response {
    if request.method() != Method::POST {
        return next.run(request).await;
    }
    let (mut parts, body) = request.into_parts();
    match read_whole(body).await {
        Ok(form) => {
            let form = storable(&form);
            parts.headers.remove(TRANSFER_ENCODING);
            parts
                .headers
                .insert(CONTENT_LENGTH, HeaderValue::from(form.len()));
            next.run(Request::from_parts(parts, Body::from(form))).await
        }
        Err(unreadable) => {
            parts.extensions.insert(unreadable);
            next.run(Request::from_parts(parts, Body::empty())).await
        }
    }
}

/// Refuses a form that could not be read, within the language of whoever sent it.
pub(super) async fn refuse_unreadable(request: Request, next: Next) -> Response {
    match request.extensions().get::<Unreadable>() {
        Some(unreadable) => refusal(request.headers(), *unreadable),
        None => next.run(request).await,
    }
}

async fn read_whole(body: Body) -> Result<Bytes, Unreadable> {
    // With a Content-Length this is known before the first byte.
    if body.size_hint().lower() > MAX_FORM_BYTES as u64 {
        return Err(Unreadable::TooLong);
    }
    let whole = Limited::new(body, MAX_FORM_BYTES).collect();
    match tokio::time::timeout(FORM_TIMEOUT, whole).await {
        Ok(Ok(whole)) => Ok(whole.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(Unreadable::TooLong),
        Ok(Err(_)) => Err(Unreadable::Broken),
        Err(_) => Err(Unreadable::TooSlow),
    }
}

fn refusal(headers: &HeaderMap, unreadable: Unreadable) -> Response {
    let (status, title, sentence) = match unreadable {
        Unreadable::TooLong => (
            StatusCode::PAYLOAD_TOO_LARGE,
            page::is_too_long(),
            page::shorten_it(),
        ),
        Unreadable::TooSlow => (
            StatusCode::REQUEST_TIMEOUT,
            page::not_in_time(),
            page::was_not_complete(),
        ),
        Unreadable::Broken => (
            StatusCode::BAD_REQUEST,
            page::not_complete(),
            page::was_not_complete(),
        ),
    };
    refuse(headers, status, title, sentence)
}

/// The form without NUL, which PostgreSQL cannot store, with replacement characters for invalid UTF-8, and with LF for
/// the CRLF and CR that browsers send where a form has line breaks: what is stored, counted and sent is the same
/// whether the WASM sent it or the form did. The rest of the input is kept.
fn storable(form: &[u8]) -> String {
    let form = String::from_utf8_lossy(form);
    let lower = form.to_ascii_lowercase();
    if !["\0", "%00", "\r", "%0d"]
        .iter()
        .any(|mark| lower.contains(mark))
    {
        return form.into_owned();
    }
    let pairs = form_urlencoded::parse(form.as_bytes())
        .map(|(name, value)| (storable_text(&name), storable_text(&value)));
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(pairs)
        .finish()
}

fn storable_text(text: &str) -> String {
    text.replace('\0', "")
        .replace("\r\n", "\n")
        .replace('\r', "\n")
}

#[cfg(test)]
mod tests {
    use super::storable;

    #[test]
    fn a_form_loses_nul_and_nothing_else() {
        for (sent, kept) in [
            ("body=a%20b%2B&x=%FF", "body=a%20b%2B&x=%FF"),
            ("body=Yes%00+I+will%00&a[0]=1", "body=Yes+I+will&a%5B0%5D=1"),
            ("body=a\0b", "body=ab"),
            ("body=%%0000", "body=%2500"),
            ("body=%2500", "body=%2500"),
            ("bo%00dy=x", "body=x"),
            ("", ""),
        ] {
            assert_eq!(storable(sent.as_bytes()), kept, "{sent:?}");
        }
        assert_eq!(storable(b"body=a\xffb"), "body=a\u{fffd}b");
    }

    #[test]
    fn line_breaks_are_lf() {
        for (sent, kept) in [
            ("body=a%0D%0Ab", "body=a%0Ab"),
            ("body=a%0d%0ab%0D", "body=a%0Ab%0A"),
            ("body=a\r\nb", "body=a%0Ab"),
            ("body=a%0Ab", "body=a%0Ab"),
            ("body=a%250D", "body=a%250D"),
        ] {
            assert_eq!(storable(sent.as_bytes()), kept, "{sent:?}");
        }
    }
}
