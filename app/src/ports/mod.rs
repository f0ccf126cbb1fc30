//! What the app asks of the server: one trait an area. `server/src/store` implements them.

mod approvals;
mod campaigns;
mod conversations;
mod identity;
mod releases;
mod requests;

pub use approvals::Approvals;
pub use campaigns::{CampaignPage, Campaigns};
pub use conversations::Conversations;
pub use identity::{Credentials, Identity};
pub use releases::{ReleaseHistory, Releases};
pub use requests::Requests;

use std::sync::Arc;

/// The ports, as the server provides them to pages and server functions through Leptos' context.
#[derive(Clone)]
pub struct Ports {
    /// Signing in and out.
    pub identity: Arc<dyn Identity>,
    /// Campaigns and their counts.
    pub campaigns: Arc<dyn Campaigns>,
    /// Releasing replies.
    pub releases: Arc<dyn Releases>,
    /// The request form.
    pub requests: Arc<dyn Requests>,
    /// Deciding on requests.
    pub approvals: Arc<dyn Approvals>,
    /// Threads.
    pub conversations: Arc<dyn Conversations>,
}
