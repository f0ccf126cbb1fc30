//! Server functions of releases: preview, start, progress, cancel and undo, for admins; a texter's own, and their
//! notices of what they lost.

mod cancel;
#[cfg(feature = "ssr")]
mod confirmation;
mod dismiss_notices;
mod get_progress;
#[cfg(feature = "ssr")]
mod order;
mod preview;
mod release_mine;
mod start;
mod undo;
mod undo_mine;

pub use cancel::{CancelRelease, cancel_release};
pub use dismiss_notices::{DismissNotices, dismiss_notices};
pub use get_progress::{GetReleaseProgress, get_release_progress};
#[cfg(feature = "ssr")]
pub use order::order;
pub use preview::{PreviewRelease, preview_release};
pub use release_mine::{ReleaseMyReplies, release_my_replies};
pub use start::{StartRelease, start_release};
pub use undo::{UndoRelease, undo_release};
pub use undo_mine::{UndoMyRelease, undo_my_release};
