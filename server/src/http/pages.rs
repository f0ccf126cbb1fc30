//! What a page or a server function is given through Leptos' context.

use super::security::content_security_policy;
use super::state::AppState;
use http::header::CONTENT_SECURITY_POLICY;
use leptos::nonce::use_nonce;
use leptos::prelude::{provide_context, use_context};
use leptos_axum::ResponseOptions;

/// Provides the ports, and the policy for this page's nonce.
pub(super) fn provide(state: &AppState) {
    provide_context(state.ports.clone());
    if let (Some(nonce), Some(response)) = (use_nonce(), use_context::<ResponseOptions>())
        && let Some(policy) = content_security_policy(&nonce, reload_port(state))
    {
        response.insert_header(CONTENT_SECURITY_POLICY, policy);
    }
}

/// Where pages listen for when to reload, while somebody works on them; `AutoReload` goes by the same.
fn reload_port(state: &AppState) -> Option<u32> {
    std::env::var_os("LEPTOS_WATCH").map(|_| state.leptos_options.reload_port)
}
