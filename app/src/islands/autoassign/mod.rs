//! Autoassign Mode: the window, and what it is doing.

mod card;
mod dialog;
mod editing;
mod status;

pub use card::{AutoassignCard, AutoassignShown};
pub(in crate::islands) use dialog::AutoassignDialog;
pub use status::AutoReleaseLine;
