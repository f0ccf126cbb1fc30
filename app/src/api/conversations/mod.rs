//! Threads.

mod opt_out;
mod save_draft;
mod send;
mod watch;

pub use opt_out::{OptOutContact, opt_out_contact};
pub use save_draft::{SaveDraft, save_draft};
pub use send::{SendReply, after_sending, send_reply};
pub use watch::{WatchConversation, watch_conversation};
