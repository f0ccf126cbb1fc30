//! What islands say, a file a program and language, for the program in the browser. Its name has a hash of its content, so that
//! browsers keep it for good, and a page of another version asks for another file.

use super::AppState;
use axum::Router;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::StatusCode;
use http::header::{CACHE_CONTROL, CONTENT_TYPE};
use sentences::{Islands, Language, browser_file};
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

/// The address of the file for a program.
pub fn address(language: Language, islands: Islands) -> String {
    ["/sentences/", &name(language, islands)].concat()
}

fn name(language: Language, islands: Islands) -> String {
    let hash = Sha256::digest(browser_file(language, islands));
    let hash: String = hash
        .iter()
        .take(HASH_BYTES)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("{}.{language}.{hash}.txt", islands.code())
}

/// The file. A name of another version is not answered with this one's sentences, which the program would take for its
/// own.
async fn file(Path(file): Path<String>) -> Response {
    let mut files = Islands::ALL
        .into_iter()
        .flat_map(|islands| Language::ALL.map(|language| (language, islands)));
    let Some((language, islands)) =
        files.find(|(language, islands)| name(*language, *islands) == file)
    else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let headers = [
        (CONTENT_TYPE, "text/plain; charset=utf-8"),
        (CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    (headers, browser_file(language, islands)).into_response()
}
