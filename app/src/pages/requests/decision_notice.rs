//! The notice of the decision that the browser comes from.

use crate::api;
use crate::domain::{RequestDecision, RequestId, Viewer};
use crate::error::AppError;
use crate::pages::query::query_as;
use leptos::prelude::*;

/// What was just decided, as far as the address says so and it is true.
///
/// # Errors
/// The database.
pub async fn decision_from_query(viewer: &Viewer) -> Result<Option<RequestDecision>, AppError> {
    match query_as::<RequestId>("decided") {
        Some(request) => api::ports()?.approvals.decision(viewer, request).await,
        None => Ok(None),
    }
}

/// In a sentence.
#[component]
pub fn DecisionNotice(decision: Option<RequestDecision>) -> impl IntoView {
    let notice = decision.map(|decision| {
        let class = if decision.is_good() {
            "notice notice-good"
        } else {
            "notice notice-warning"
        };
        view! { <p class=class>{decision.to_string()}</p> }
    });
    view! { <div role="status">{notice}</div> }
}
