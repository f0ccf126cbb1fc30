//! What came of the decision that the browser comes from.

use crate::api;
use crate::domain::{RequestDecision, RequestId, Viewer};
use crate::error::AppError;
use crate::pages::query::query_as;
use leptos::prelude::*;

/// What was just decided, as far as the address says so and it is true.
///
/// # Errors
/// The database.
pub async fn decided(viewer: &Viewer) -> Result<Option<RequestDecision>, AppError> {
    match query_as::<RequestId>("decided") {
        Some(request) => api::ports()?.approvals.decision(viewer, request).await,
        None => Ok(None),
    }
}

/// In a sentence.
#[component]
pub fn DecidedNotice(decided: Option<RequestDecision>) -> impl IntoView {
    let notice = decided.map(|decided| {
        let class = if decided.is_good() {
            "notice notice-good"
        } else {
            "notice notice-warning"
        };
        view! { <p class=class>{decided.to_string()}</p> }
    });
    view! { <div role="status">{notice}</div> }
}
