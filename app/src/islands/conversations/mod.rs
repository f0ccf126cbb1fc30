//! The reply box, and in whose hands the conversation is.

mod draft;
mod opt_out;
mod reply_box;
mod standing;
mod time_left;

#[cfg(feature = "ssr")]
pub use opt_out::OptOut;
pub use reply_box::{ReplyBox, ReplyShown};
