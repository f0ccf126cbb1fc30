//! The request form and the desk around it.

mod create;
mod desk;
mod loss;
mod offer;

pub use create::{CreateRequest, create_request};
#[cfg(feature = "ssr")]
pub use desk::REPLIES_PER_PAGE;
pub use desk::{Desk, DeskNow, desk_now};
pub use loss::Loss;
pub use offer::{RequestOfferNow, request_offer_now};
