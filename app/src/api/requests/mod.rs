//! The request form and the desk around it, and deciding on requests.

mod card;
mod approve;
mod cancel;
mod create;
mod deny;
mod desk;
mod loss;
mod told;

#[cfg(feature = "ssr")]
pub use card::CARDS_PER_PAGE;
pub use card::Card;
pub use approve::{ApproveRequest, approve_request};
pub use cancel::{CancelRequest, cancel_request};
pub use create::{CreateRequest, create_request};
pub use deny::{DenyRequest, deny_request};
#[cfg(feature = "ssr")]
pub use desk::REPLIES_PER_PAGE;
pub use desk::{Desk, DeskNow, desk_now};
pub use loss::Loss;
pub use told::Told;
