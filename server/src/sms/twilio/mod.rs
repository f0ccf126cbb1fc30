//! Twilio: texts out through its REST API, and the signature by which its webhooks are known.

mod client;
mod refusal;
mod signature;
#[cfg(test)]
mod tests;
#[cfg(test)]
pub(crate) mod vectors;

pub use client::{Twilio, TwilioSetupError};
pub use signature::is_authentic;
pub(crate) use signature::signature_of;
