//! Server functions of an organization's settings.

mod keep_messages;
#[cfg(feature = "ssr")]
mod parse;
mod save;

pub use keep_messages::{KeepMessages, keep_messages};
#[cfg(feature = "ssr")]
pub use parse::SettingsForm;
pub use save::{SaveSettings, save_settings};
