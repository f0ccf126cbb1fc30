//! Threads.

mod save_draft;
mod send;

pub use save_draft::{SaveDraft, save_draft};
pub use send::{SendReply, after_sending, send_reply};
