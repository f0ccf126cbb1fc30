//! The request form and the desk around it, and deciding on requests.

mod approve;
mod cancel;
mod card;
mod create;
mod deny;
mod desk;
mod loss;
mod pending;
mod told;

pub use approve::{ApproveRequest, approve_request};
pub use cancel::{CancelRequest, cancel_request};
#[cfg(feature = "ssr")]
pub use card::CARDS_PER_PAGE;
pub use card::Card;
pub use create::{CreateRequest, create_request};
pub use deny::{DenyRequest, deny_request};
pub use desk::{Desk, DeskNow, desk_now};
pub use loss::Loss;
#[cfg(feature = "ssr")]
pub use pending::REQUESTS_PER_PAGE;
pub use pending::{PendingRequests, pending_requests};
pub use told::Told;
