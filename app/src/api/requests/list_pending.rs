use crate::error::AppError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// How many requests Assignment Requests lists before it offers a next page.
#[cfg(feature = "ssr")]
pub const REQUESTS_PER_PAGE: u32 = 50;

/// The first page of the requests to decide on, as HTML: what replaces the list on the page is made by the
/// same component, and the bundle need not know what a request is.
///
/// # Errors
/// As [`crate::ports::Approvals::pending`].
#[server(prefix = "/api", endpoint = "requests/pending", output = Postcard)]
pub async fn list_pending_requests() -> Result<String, AppError> {
    use crate::api;
    use crate::pages::requests::{PendingList, pending_page};
    let viewer = api::decider()?;
    let page = pending_page(&viewer, None).await?;
    Ok(view! { <PendingList page/> }.to_html())
}
