//! The Leptos context of pages and server functions.

use super::security::content_security_policy;
use super::state::AppState;
use app::public_url::PublicUrl;
use http::header::CONTENT_SECURITY_POLICY;
use http::request::Parts;
use leptos::nonce::use_nonce;
use leptos::prelude::{provide_context, use_context};
use leptos_axum::ResponseOptions;
use sentences::Language;

/// Provides the ports and the language, and sets the content security policy with the page's nonce.
pub(super) fn provide(state: &AppState) {
    provide_context(state.ports.clone());
    provide_context(language());
    provide_context(PublicUrl(state.public_url.as_str().to_owned()));
    if let (Some(nonce), Some(response)) = (use_nonce(), use_context::<ResponseOptions>())
        && let Some(policy) = content_security_policy(&nonce, reload_port(state))
    {
        response.insert_header(CONTENT_SECURITY_POLICY, policy);
    }
}

/// The language of the request, which the router has chosen.
fn language() -> Language {
    let request = use_context::<Parts>();
    let chosen = request.and_then(|request| request.extensions.get().copied());
    chosen.unwrap_or_default()
}

/// The port of Leptos' reload server during development, by the same variable that `AutoReload` reads.
fn reload_port(state: &AppState) -> Option<u32> {
    std::env::var_os("LEPTOS_WATCH").map(|_| state.site.options.reload_port)
}
