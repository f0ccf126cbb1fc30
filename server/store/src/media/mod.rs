//! What came along with inbound texts: noted with the text, and kept from when somebody first asks for it.

pub(crate) mod find;
mod keep;
mod note;
mod of_messages;
mod of_unmatched;
#[cfg(test)]
mod tests;

pub use find::{Found, find};
pub use keep::keep;
pub(crate) use note::note;
pub(crate) use of_messages::of_messages;
pub(crate) use of_unmatched::of_unmatched;
