//! Requests for texts: a texter's own, with the home around them, and the decisions of those who may decide.

mod approve;
mod cancel;
mod create;
mod deny;
mod get_texter_home;
mod list_pending;
#[cfg(feature = "ssr")]
mod read_pending_page;
#[cfg(feature = "ssr")]
mod read_texter_home;

pub use approve::{ApproveRequest, approve_request};
pub use cancel::{CancelRequest, cancel_request};
pub use create::{CreateRequest, create_request};
pub use deny::{DenyRequest, deny_request};
pub use get_texter_home::{GetTexterHome, get_texter_home};
pub use list_pending::{ListPendingRequests, list_pending_requests};
#[cfg(feature = "ssr")]
pub use read_pending_page::{REQUESTS_PER_PAGE, read_pending_page};
#[cfg(feature = "ssr")]
pub use read_texter_home::{CARDS_PER_PAGE, read_texter_home};
