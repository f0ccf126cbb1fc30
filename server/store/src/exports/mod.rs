//! What is exported: read by keyset pages, each a small statement of its own, so that an export holds up nobody and takes
//! no more memory the longer it is. What changes while it runs is in it as it was when its page was read.

pub(crate) mod contacts;
mod custom_fields;
pub(crate) mod messages;
mod threads;

pub use contacts::{ExportedContact, contacts};
pub use custom_fields::custom_fields;
pub use messages::{ExportedMessage, MessageKey, messages};
pub use threads::{Thread, threads};
