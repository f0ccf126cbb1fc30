//! The page of an address that leads nowhere.

use super::page_guard::refusal;
use crate::error::AppError;
use leptos::prelude::*;

/// Says that there is nothing, and the way out.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    refusal(&AppError::NotFound)
}
