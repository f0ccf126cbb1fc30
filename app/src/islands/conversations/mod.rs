//! A conversation that is open: the reply box, its draft, and who holds the conversation; or what is read without it.

mod draft;
mod live_thread;
mod opt_out;
mod ownership;
mod reply_box;
mod time_left;

pub use live_thread::{LiveThread, LiveThreadData};
#[cfg(feature = "ssr")]
pub use opt_out::OptOut;
#[cfg(feature = "ssr")]
pub use reply_box::WroteLately;
pub use reply_box::{ReplyBox, ReplyData};
