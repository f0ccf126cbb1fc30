//! Releasing: the dialog, what runs, and one release on its page.

mod card;
mod dialog;
mod follow;
mod live_preview;
mod run_view;
mod running;
mod window;

pub use card::{ReleaseCard, ReleaseShown};
pub use window::ReleaseWindow;
