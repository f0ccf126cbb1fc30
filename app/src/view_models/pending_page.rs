//! A page of Assignment Requests.

use crate::domain::{PendingRequest, RequestId};

/// The requests of a page, and the key after which the next one begins.
pub struct PendingPage {
    /// The requests, the oldest first.
    pub requests: Vec<PendingRequest>,
    /// The last request of the page, if there is a next page.
    pub more: Option<RequestId>,
}
