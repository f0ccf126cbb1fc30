//! Uploads of files from a page.

mod contacts;
pub(super) mod progress;
mod refusal;
#[cfg(test)]
mod tests;

pub use contacts::MAX_UPLOAD_BYTES;

use axum::Router;
use axum::extract::{DefaultBodyLimit, FromRef};
use axum::routing::post;
use server_store::Store;

/// The routes, for people whose [`app::domain::Viewer`] a layer has put into the request.
pub fn routes<S>() -> Router<S>
where
    S: Clone + Send + Sync + 'static,
    Store: FromRef<S>,
{
    Router::new()
        .route("/campaigns/{id}/contacts", post(contacts::upload))
        .layer(DefaultBodyLimit::max(MAX_UPLOAD_BYTES))
}
