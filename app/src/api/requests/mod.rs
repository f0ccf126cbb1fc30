//! The request form and the desk around it.

mod card;
mod create;
mod desk;
mod loss;
mod offer;

#[cfg(feature = "ssr")]
pub use card::CARDS_PER_PAGE;
pub use card::Card;
pub use create::{CreateRequest, create_request};
#[cfg(feature = "ssr")]
pub use desk::REPLIES_PER_PAGE;
pub use desk::{Desk, DeskNow, desk_now};
pub use loss::Loss;
pub use offer::{RequestOfferNow, request_offer_now};
