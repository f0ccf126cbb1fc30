//! Server functions of an organization's settings.

#[cfg(feature = "ssr")]
mod parse;
mod save;

pub use save::{SaveSettings, save_settings};
