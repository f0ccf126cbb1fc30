//! Twilio: texts out through its REST API, and the signature by which its webhooks are known.

mod account;
mod client;
mod refusal;
mod signature;
#[cfg(test)]
mod tests;
#[cfg(any(test, feature = "testing"))]
pub mod vectors;

pub use account::TwilioAccount;
pub use client::{Twilio, TwilioSetupError};
pub use signature::{is_authentic, signature_of};
