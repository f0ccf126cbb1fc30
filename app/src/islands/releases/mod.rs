//! Releases: the dialog, those that run, and one release on its page.

mod card;
mod dialog;
mod live_preview;
mod progress_view;
mod running_releases;
mod tracked_release;
mod window;

pub use card::{ReleaseCard, ReleaseData};
pub use window::{ReleaseWindow, ReleaseWindowData};
