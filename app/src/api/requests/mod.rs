//! The request form and the desk around it, and deciding on requests.

mod approve;
mod cancel;
mod card;
mod create;
mod deny;
mod desk;
mod list_pending;
mod loss;
mod told;

pub use approve::{ApproveRequest, approve_request};
pub use cancel::{CancelRequest, cancel_request};
#[cfg(feature = "ssr")]
pub use card::CARDS_PER_PAGE;
pub use card::Card;
pub use create::{CreateRequest, create_request};
pub use deny::{DenyRequest, deny_request};
pub use desk::{Desk, DeskNow, desk_now};
#[cfg(feature = "ssr")]
pub use list_pending::REQUESTS_PER_PAGE;
pub use list_pending::{ListPendingRequests, list_pending_requests};
pub use loss::Loss;
pub use told::Told;
