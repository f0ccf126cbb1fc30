//! Twilio: the client of its REST API for outbound texts, and the signature of its webhooks. The webhook itself is in
//! the server's `http::webhooks`.

mod account;
#[cfg(test)]
mod account_tests;
mod client;
mod media;
#[cfg(test)]
mod media_tests;
mod messaging_service;
#[cfg(test)]
mod messaging_service_tests;
mod number;
#[cfg(test)]
mod number_tests;
mod refusal;
mod response;
mod sender_checks;
mod signature;
mod smart_encoding;
mod status_callback;
#[cfg(test)]
mod tests;
#[cfg(any(test, feature = "testing"))]
pub mod vectors;

pub use account::TwilioAccount;
pub use client::{Twilio, TwilioSetupError};
pub use signature::{is_authentic, signature_of};
