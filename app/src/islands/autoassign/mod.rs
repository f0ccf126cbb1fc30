//! Autoassign Mode of a campaign: its window, its card, and the status of automatic release.

mod card;
mod dialog;
mod editor;
mod local_time;
mod obstacles;
mod preview;
mod status;

pub use card::{AutoassignCard, AutoassignData};
pub(in crate::islands) use dialog::AutoassignDialog;
pub use status::AutoReleaseLine;
