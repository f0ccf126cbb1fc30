//! `GET /health`, for load balancers and monitors.

use crate::health::Health;
use axum::extract::State;
use http::StatusCode;

/// 200 and `ok` if every part of this server works, else 503 with a line for each outage. It is public, so the reasons are
/// only in the log. It makes no query, so that it is answered when the database is not.
pub(super) async fn health(State(health): State<Health>) -> (StatusCode, String) {
    let outages = health.outages();
    if outages.is_empty() {
        return (StatusCode::OK, "ok\n".to_owned());
    }
    let lines = outages.iter().map(|fault| format!("{fault}\n"));
    (StatusCode::SERVICE_UNAVAILABLE, lines.collect())
}
