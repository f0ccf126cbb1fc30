//! Server functions of a conversation that a texter works on: texts, drafts, tags, opt-out, close and reopening; and what
//! admins do about one that nobody can answer.

#[cfg(feature = "ssr")]
mod being_sent;
mod close;
mod mark_done;
mod move_reply;
#[cfg(feature = "ssr")]
mod next_url;
mod opt_out;
mod reopen;
mod save_draft;
mod send;
mod tag;
mod watch;

#[cfg(feature = "ssr")]
pub use being_sent::being_sent;
pub use close::{CloseConversation, close_conversation};
pub use mark_done::{MarkReplyDone, mark_reply_done};
pub use move_reply::{MoveReply, move_reply};
#[cfg(feature = "ssr")]
pub use next_url::next_url;
pub use opt_out::{OptOutContact, opt_out_contact};
pub use reopen::{ReopenConversation, reopen_conversation};
pub use save_draft::{SaveDraft, save_draft};
pub use send::{SendText, send_text};
pub use tag::{TagConversation, tag_conversation};
pub use watch::{WatchConversation, watch_conversation};
