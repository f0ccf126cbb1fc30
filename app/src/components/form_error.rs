//! The error of a form that was posted without WASM.

use crate::error::AppError;
use leptos::prelude::*;
use leptos::server_fn::error::ServerFnUrlError;
use leptos_router::hooks::use_query_map;
use sentences::page;

/// Why the form that was just posted was refused, if it was: the server function sends the browser
/// back with the error in the address. Of several, the last is the new one.
pub fn form_error() -> Option<AppError> {
    use_query_map()
        .read_untracked()
        .get("__err")
        .map(|error| ServerFnUrlError::<AppError>::decode_err(&error))
}

/// The sentence about a refused form as a whole. What only has to be confirmed is no mistake.
pub fn refusal_words(error: &AppError) -> String {
    match error {
        AppError::Fields(errors) if errors.is_only("confirmed") => {
            page::has_to_be_confirmed().to_owned()
        }
        error => error.to_string(),
    }
}

/// Says in a sentence why the form that was just posted was refused.
#[component]
pub fn FormError() -> impl IntoView {
    form_error().map(
        |error| view! { <p class="notice notice-error" role="alert">{refusal_words(&error)}</p> },
    )
}
