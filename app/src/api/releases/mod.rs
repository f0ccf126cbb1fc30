//! Releasing replies.

mod preview;
mod start;

pub use preview::{PreviewRelease, preview_release};
pub use start::{StartRelease, start_release};
