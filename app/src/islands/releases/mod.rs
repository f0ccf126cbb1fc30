//! The dialog **Release Unhandled Replies**.

mod button;
mod dialog;
mod live_preview;
mod run;

pub use button::ReleaseButton;
