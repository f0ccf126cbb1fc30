//! The reply box.

mod draft;
mod reply_box;

pub use reply_box::ReplyBox;
