//! A conversation that is open: the reply box, its draft, and who holds the conversation.

mod draft;
mod opt_out;
mod ownership;
mod reply_box;
mod time_left;

#[cfg(feature = "ssr")]
pub use opt_out::OptOut;
pub use reply_box::{ReplyBox, ReplyData};
