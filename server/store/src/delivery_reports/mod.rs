//! Delivery reports: what message services say of the texts that they have taken.
//!
//! A report moves a row of the outbox forward, by the service's id: `sent` to `delivered`, both to `failed`. What is said of a
//! text whose id is not known yet is kept, and tried again until it is.

mod early;
mod receive;
mod record;

#[cfg(test)]
mod tests;

pub use early::{EarlyCounts, apply_early};
pub use receive::receive;
pub use record::Reported;
