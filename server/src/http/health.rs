//! Whether the server can work.

use crate::store::Store;
use axum::extract::State;
use http::StatusCode;

/// 200 if the database answers, else 503.
pub(super) async fn health(State(store): State<Store>) -> (StatusCode, &'static str) {
    match sqlx::query("select").execute(&store.pool).await {
        Ok(_) => (StatusCode::OK, "ok"),
        Err(error) => {
            tracing::error!(%error, "health");
            (
                StatusCode::SERVICE_UNAVAILABLE,
                "the database does not answer",
            )
        }
    }
}
