//! The reading of Assignment Requests, by their page and by [`super::list_pending_requests`].

use crate::api;
use crate::domain::{RequestId, Viewer};
use crate::error::AppError;
use crate::view_models::PendingPage;

/// How many requests Assignment Requests lists before it offers a next page.
pub const REQUESTS_PER_PAGE: u32 = 50;

/// The page after a key.
///
/// # Errors
/// As [`crate::ports::Approvals::pending`].
pub async fn read_pending_page(
    viewer: &Viewer,
    after: Option<RequestId>,
) -> Result<PendingPage, AppError> {
    let approvals = api::ports()?.approvals;
    let mut requests = approvals
        .pending(viewer, after, REQUESTS_PER_PAGE + 1)
        .await?;
    let has_more = requests.len() > REQUESTS_PER_PAGE as usize;
    requests.truncate(REQUESTS_PER_PAGE as usize);
    let last = requests.last().filter(|_| has_more);
    let more = last.map(|request| request.id);
    Ok(PendingPage { requests, more })
}
