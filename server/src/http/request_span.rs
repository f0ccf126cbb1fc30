//! The span of a request, in which everything that is logged about it stands.

use http::{Request, Uri};
use tracing::Span;

/// Addresses below these paths are secrets: whoever has one can do what it is for.
const SECRET_PATHS: [&str; 2] = ["/join/", "/password/"];

/// The span of a request, by its path.
pub(super) fn request_span<B>(request: &Request<B>) -> Span {
    tracing::debug_span!(
        "request",
        method = %request.method(),
        path = loggable_path(request.uri()),
        version = ?request.version(),
    )
}

/// The path of an address as logs may have it: cut off before a secret, and without the query, in which a form that was
/// refused has what was typed.
pub(super) fn loggable_path(uri: &Uri) -> String {
    let path = uri.path();
    let secret = SECRET_PATHS
        .iter()
        .find(|secret| path.starts_with(**secret));
    secret.map_or_else(|| path.to_owned(), |secret| format!("{secret}…"))
}

#[cfg(test)]
mod tests {
    use super::loggable_path;
    use http::Uri;

    #[test]
    fn logs_have_neither_a_secret_link_nor_what_was_typed() {
        for (address, expected) in [
            ("/join/c2VjcmV0?__path=%2Fjoin%2Fc2VjcmV0", "/join/…"),
            (
                "/password/c2VjcmV0?__path=%2Fpassword%2Fc2VjcmV0",
                "/password/…",
            ),
            ("/people?q=ann", "/people"),
        ] {
            assert_eq!(loggable_path(&Uri::from_static(address)), expected);
        }
    }
}
