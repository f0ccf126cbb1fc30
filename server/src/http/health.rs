//! Whether the server works.

use crate::health::Health;
use axum::extract::State;
use http::StatusCode;

/// 200 and `ok` if every part of this server works; else 503, and a line for each that does not. It asks nobody: it is
/// answered when the database is not, and by a server whose connections are all waiting.
pub(super) async fn health(State(health): State<Health>) -> (StatusCode, String) {
    let faults = health.faults();
    if faults.is_empty() {
        return (StatusCode::OK, "ok\n".to_owned());
    }
    let lines = faults.iter().map(|fault| format!("{fault}\n"));
    (StatusCode::SERVICE_UNAVAILABLE, lines.collect())
}
