//! The service of automatic release: it finds campaigns with due replies and releases them at their deadline. The
//! statements are in `server_store::releases::automatic`.

mod settings;
mod worker;

pub use settings::AutoReleaseSettings;
pub use worker::{AutoRelease, AutoReleaseCounts};
