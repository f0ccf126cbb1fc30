//! `GET /health`: 200, or 503 with the parts that do not work.

use crate::health::Health;
use axum::extract::State;
use http::StatusCode;

/// 200 and `ok` if every part of this server works; else 503, and a line for each that has not for a while. Anybody may
/// ask, so it says nothing of the reasons, which are in the log. It asks nobody: it is answered when the database is
/// not, and by a server whose connections are all waiting.
pub(super) async fn health(State(health): State<Health>) -> (StatusCode, String) {
    let outages = health.outages();
    if outages.is_empty() {
        return (StatusCode::OK, "ok\n".to_owned());
    }
    let lines = outages.iter().map(|fault| format!("{fault}\n"));
    (StatusCode::SERVICE_UNAVAILABLE, lines.collect())
}
