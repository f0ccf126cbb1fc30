//! What only a browser has: timers, addresses, the live connection. On the server each of these does
//! nothing, so that islands need no conditions of their own.

mod elapsed;
mod events;
mod later;
mod moments;
mod on_window;
mod openers;
mod place;
mod send_behind;
mod typed_before;

pub use elapsed::elapsed_seconds;
pub use events::{Connection, subscribe};
pub use later::Later;
pub use moments::{moment_stamp, moment_words};
pub use on_window::on_window;
pub use openers::{Opener, on_close, on_open};
pub use place::{focus_soon, go, mark_live};
pub use send_behind::send_behind;
pub use typed_before::typed_before;
