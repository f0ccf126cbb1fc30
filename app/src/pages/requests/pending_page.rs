//! A page of the requests to decide on.

use crate::api;
use crate::domain::{Decider, PendingRequest, RequestId};
use crate::error::AppError;

/// How many requests Assignment Requests lists before it offers a next page.
const REQUESTS_PER_PAGE: u32 = 50;

/// The requests of a page, and the key after which the next one begins.
pub(super) struct PendingPage {
    /// The requests, the oldest first.
    pub requests: Vec<PendingRequest>,
    /// The last request of the page, if there is a next page.
    pub more: Option<RequestId>,
}

impl PendingPage {
    /// The page after a key.
    ///
    /// # Errors
    /// As [`crate::ports::Approvals::pending`].
    pub async fn read(viewer: &Decider, after: Option<RequestId>) -> Result<Self, AppError> {
        let approvals = api::ports()?.approvals;
        let mut requests = approvals
            .pending(viewer, after, REQUESTS_PER_PAGE + 1)
            .await?;
        let has_more = requests.len() > REQUESTS_PER_PAGE as usize;
        requests.truncate(REQUESTS_PER_PAGE as usize);
        let last = requests.last().filter(|_| has_more);
        let more = last.map(|request| request.id);
        Ok(Self { requests, more })
    }
}
