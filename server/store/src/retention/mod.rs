//! How long messages are kept, and their erasure after that.

mod erase;
mod settings;
#[cfg(test)]
mod tests;

pub use erase::{Erased, erase_batch};
pub(crate) use settings::{kept_messages, save_kept_messages};
