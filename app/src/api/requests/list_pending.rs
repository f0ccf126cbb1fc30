use crate::error::AppError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// The first page of the requests to decide on, as HTML: the same component makes the list on the page, and the
/// bundle need not know what a request is.
///
/// # Errors
/// As [`crate::ports::Approvals::pending`].
#[server(prefix = "/api", endpoint = "requests/pending", output = Postcard)]
pub async fn list_pending_requests() -> Result<String, AppError> {
    use crate::api;
    use crate::components::PendingList;
    let viewer = api::decider()?;
    let page = super::read_pending_page(&viewer, None).await?;
    Ok(view! { <PendingList page/> }.to_html())
}
