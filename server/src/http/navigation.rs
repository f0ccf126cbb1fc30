//! The redirects that the script of a page follows itself.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::header::LOCATION;
use http::{HeaderName, StatusCode};

/// The header of a request by the script that exchanges pages (`script/navigation.js`).
pub(super) const NAVIGATION: HeaderName = HeaderName::from_static("baton-navigation");
/// The header with the address of a redirect, for that script.
const TARGET: HeaderName = HeaderName::from_static("baton-location");

/// Answers a script with the address of a redirect instead of the redirect, of which `fetch` would hide the fragment.
pub(super) async fn name_redirects(request: Request, next: Next) -> Response {
    let is_script = request.headers().contains_key(NAVIGATION);
    let mut response = next.run(request).await;
    if is_script
        && response.status().is_redirection()
        && let Some(location) = response.headers_mut().remove(LOCATION)
    {
        *response.status_mut() = StatusCode::NO_CONTENT;
        response.headers_mut().insert(TARGET, location);
    }
    response
}
