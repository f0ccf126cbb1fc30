//! The language of a response: that which the person has chosen, or this browser, or that which the browser prefers.

use app::domain::Viewer;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::header::{ACCEPT_LANGUAGE, COOKIE};
use http::{Extensions, HeaderMap, HeaderValue};
use sentences::Language;
use server_auth::LANGUAGE_COOKIE;
use tower_sessions::cookie::Cookie;

/// Serves the request in its language, which pages are given as context. It goes around the router for those who are
/// refused early, and once more inside of what establishes the viewer, whose choice comes first.
pub(super) async fn choose(mut request: Request, next: Next) -> Response {
    let language = language(request.headers(), request.extensions());
    request.extensions_mut().insert(language);
    sentences::scope(language, next.run(request)).await
}

fn language(headers: &HeaderMap, extensions: &Extensions) -> Language {
    let own = extensions
        .get::<Viewer>()
        .and_then(|viewer| viewer.language);
    own.or_else(|| of_cookie(headers))
        .or_else(|| of_browser(headers))
        .unwrap_or_default()
}

fn of_cookie(headers: &HeaderMap) -> Option<Language> {
    let cookies = headers.get_all(COOKIE).into_iter().filter_map(text);
    let mut cookies = cookies.flat_map(Cookie::split_parse).flatten();
    let cookie = cookies.find(|cookie| cookie.name() == LANGUAGE_COOKIE)?;
    cookie.value().parse().ok()
}

/// The first of its languages, by preference, that there is here: Spanish of any country is Spanish.
fn of_browser(headers: &HeaderMap) -> Option<Language> {
    let accepted = accept_language::parse(text(headers.get(ACCEPT_LANGUAGE)?)?);
    let languages = accepted.iter().filter_map(|tag| tag.split('-').next());
    languages
        .filter_map(|language| language.parse().ok())
        .next()
}

fn text(value: &HeaderValue) -> Option<&str> {
    value.to_str().ok()
}

#[cfg(test)]
mod tests {
    use super::language;
    use http::{Extensions, HeaderMap, HeaderName, HeaderValue};
    use sentences::Language::{self, English, Spanish};

    fn chosen(headers: &[(&'static str, &'static str)]) -> Language {
        let headers: HeaderMap = headers
            .iter()
            .map(|(name, value)| {
                let name = HeaderName::from_static(name);
                (name, HeaderValue::from_static(value))
            })
            .collect();
        language(&headers, &Extensions::new())
    }

    #[test]
    fn is_the_first_of_the_browsers_that_there_is() {
        for (accepted, expected) in [
            ("es", Spanish),
            ("es-419,es;q=0.9,en;q=0.8", Spanish),
            ("en;q=0.5, es-MX", Spanish),
            ("fr-CA,fr;q=0.9,es;q=0.3", Spanish),
            ("en-GB,es", English),
            ("fr, de", English),
            ("*", English),
            ("", English),
            ("-;;q=,", English),
        ] {
            assert_eq!(
                chosen(&[("accept-language", accepted)]),
                expected,
                "{accepted}"
            );
        }
        assert_eq!(chosen(&[]), English);
    }

    #[test]
    fn what_was_chosen_in_the_browser_comes_first() {
        let accepted = ("accept-language", "en");
        assert_eq!(
            chosen(&[accepted, ("cookie", "a=b; baton_language=es")]),
            Spanish
        );
        assert_eq!(
            chosen(&[accepted, ("cookie", "baton_language=xx")]),
            English
        );
    }
}
