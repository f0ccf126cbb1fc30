//! Messages that come in.

mod receive;
#[cfg(test)]
mod tests;

pub use receive::{Received, receive};
