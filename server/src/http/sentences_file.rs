//! What islands say, a file a language, for the program in the browser. Its name has a hash of its content, so that
//! browsers keep it for good, and a page of another version asks for another file.

use super::AppState;
use axum::Router;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::StatusCode;
use http::header::{CACHE_CONTROL, CONTENT_TYPE};
use sentences::{Language, browser_file};
use sha2::{Digest, Sha256};
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;

/// How much of the hash is in the name, in bytes.
const HASH_BYTES: usize = 8;

pub(super) fn routes() -> Router<AppState> {
    // A few kilobytes, which each browser asks for once.
    let compression = CompressionLayer::new().quality(CompressionLevel::Best);
    Router::new()
        .route("/sentences/{file}", get(file))
        .layer(compression)
}

/// The address of a language's file.
pub fn address(language: Language) -> String {
    ["/sentences/", &name(language)].concat()
}

fn name(language: Language) -> String {
    let hash = Sha256::digest(browser_file(language));
    let hash: String = hash
        .iter()
        .take(HASH_BYTES)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("{language}.{hash}.txt")
}

/// The file. A name of another version is not answered with this one's sentences, which the program would take for its
/// own.
async fn file(Path(file): Path<String>) -> Response {
    let language = Language::ALL
        .into_iter()
        .find(|language| name(*language) == file);
    let Some(language) = language else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let headers = [
        (CONTENT_TYPE, "text/plain; charset=utf-8"),
        (CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    (headers, browser_file(language)).into_response()
}
