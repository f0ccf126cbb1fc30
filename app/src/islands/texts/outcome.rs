//! What the last request got.

use crate::domain::RequestOutcome;
use crate::error::AppError;
use leptos::prelude::*;

/// The outcome of the last request as a sentence, or why there is none.
#[component]
pub fn Outcome(outcome: RwSignal<Option<Result<RequestOutcome, AppError>>>) -> impl IntoView {
    let got = move || match outcome.get() {
        Some(Ok(outcome)) => Some(outcome),
        _ => None,
    };
    let class = move || match got() {
        Some(outcome) if outcome.assigned > 0 => "notice notice-good",
        _ => "notice",
    };
    let refusal = move || match outcome.get() {
        Some(Err(error)) => Some(error.to_string()),
        _ => None,
    };
    view! {
        <div role="status">
            {move || got().map(|outcome| view! { <p class=class>{outcome.to_string()}</p> })}
        </div>
        <div role="alert">
            {move || refusal().map(|sentence| view! { <p class="notice notice-error">{sentence}</p> })}
        </div>
    }
}
