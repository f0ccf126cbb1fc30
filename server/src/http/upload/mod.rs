//! Uploads of files from a page.

mod contacts;
mod file_form;
mod opt_outs;
pub(super) mod progress;
mod refusal;
#[cfg(test)]
mod tests;

pub use file_form::MAX_UPLOAD_BYTES;

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
        .route("/opt-outs/import", post(opt_outs::upload))
        .layer(DefaultBodyLimit::max(MAX_UPLOAD_BYTES))
}
