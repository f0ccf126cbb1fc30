//! What somebody typed in a form that is refused, to be copied.

use axum::body::{Body, to_bytes};
use http::HeaderMap;
use http::header::CONTENT_TYPE;

/// The maximum length of a form, in bytes, as everywhere.
const MAX_FORM_BYTES: usize = 64 * 1024;

/// The texts in the fields of a form: not its numbers, marks and ids, which nobody typed, and no password. Of a form with
/// a file nothing: the file is where it was.
pub(super) async fn typed_words(headers: &HeaderMap, body: Body) -> Vec<String> {
    let kind = headers.get(CONTENT_TYPE);
    if !kind.is_some_and(|kind| {
        kind.as_bytes()
            .starts_with(b"application/x-www-form-urlencoded")
    }) {
        return Vec::new();
    }
    let form = to_bytes(body, MAX_FORM_BYTES).await.unwrap_or_default();
    form_urlencoded::parse(&form)
        .filter(|(name, value)| !name.contains("password") && is_typed(value))
        .map(|(_, value)| value.into_owned())
        .collect()
}

/// Whether a value has words.
fn is_typed(value: &str) -> bool {
    let has_letters = value.chars().any(char::is_alphabetic);
    has_letters && !matches!(value, "true" | "false" | "on")
}

#[cfg(test)]
mod tests {
    use super::is_typed;

    #[test]
    fn numbers_and_marks_are_not_typed() {
        assert!(
            ["12", "", "true", "on", "-3"]
                .iter()
                .all(|value| !is_typed(value))
        );
        assert!(
            ["At seven.", "Sí", "Ok"]
                .iter()
                .all(|value| is_typed(value))
        );
    }
}
