//! The request form.

mod create;
mod offer;

pub use create::{CreateRequest, create_request};
pub use offer::{RequestOfferNow, request_offer_now};
