//! Security headers, and the content security policy of pages.

use crate::config::BaseUrl;
use axum::Router;
use http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY,
    X_CONTENT_TYPE_OPTIONS,
};
use http::{HeaderName, HeaderValue};
use leptos::nonce::Nonce;
use tower_http::set_header::SetResponseHeaderLayer;

/// The policy of every page, without scripts.
macro_rules! page_policy {
    () => {
        "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; manifest-src 'self'; \
         form-action 'self'; base-uri 'none'; frame-ancestors 'none'; connect-src 'self'"
    };
}

/// The policy of a page that is not of the app, with a script of this origin.
pub(super) const POLICY_WITH_SCRIPT: &str = concat!(page_policy!(), "; script-src 'self'");

/// The policy of a rendered page: files of this origin, scripts by their nonce, WASM, and in development the
/// socket at `reload_port`.
pub(super) fn content_security_policy(
    nonce: &Nonce,
    reload_port: Option<u32>,
) -> Option<HeaderValue> {
    let reload = reload_port.map_or_else(String::new, |port| format!(" ws://*:{port}"));
    let policy = format!(
        concat!(
            page_policy!(),
            "{}; script-src 'self' 'nonce-{}' 'wasm-unsafe-eval'"
        ),
        reload, nonce
    );
    // A nonce is base64, which is valid in a header.
    HeaderValue::from_str(&policy).ok()
}

/// Adds the headers to every response that does not have them.
pub(super) fn with_headers(router: Router, public_url: &BaseUrl) -> Router {
    const PERMISSIONS_POLICY: HeaderName = HeaderName::from_static("permissions-policy");
    const OPENER_POLICY: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
    let always = |name: HeaderName, value: &'static str| {
        SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value))
    };
    let router = router
        .layer(always(CONTENT_SECURITY_POLICY, page_policy!()))
        .layer(always(X_CONTENT_TYPE_OPTIONS, "nosniff"))
        // Not `no-referrer`: a form without WASM is redirected to its referrer.
        .layer(always(REFERRER_POLICY, "same-origin"))
        .layer(always(
            PERMISSIONS_POLICY,
            "camera=(), microphone=(), geolocation=(), payment=()",
        ))
        .layer(always(OPENER_POLICY, "same-origin"))
        .layer(always(CACHE_CONTROL, "no-store"));
    if public_url.is_https() {
        router.layer(always(
            STRICT_TRANSPORT_SECURITY,
            "max-age=31536000; includeSubDomains",
        ))
    } else {
        router
    }
}
