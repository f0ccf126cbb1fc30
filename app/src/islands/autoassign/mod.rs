//! Autoassign Mode: the window, and what it is doing.

mod card;
mod dialog;
mod editor;
mod status;

pub use card::{AutoassignCard, AutoassignData};
pub(in crate::islands) use dialog::AutoassignDialog;
pub use status::AutoReleaseLine;
