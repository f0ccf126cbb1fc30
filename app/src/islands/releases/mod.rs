//! Releases: the dialog, those that run, and one release on its page, and the countdown of the history.

mod card;
mod dialog;
mod live_preview;
mod progress_view;
mod running_releases;
mod tracked_release;
mod undo_times;
mod window;

pub use card::{ReleaseCard, ReleaseData};
pub use undo_times::UndoTimes;
pub use window::{ReleaseWindow, ReleaseWindowData};
