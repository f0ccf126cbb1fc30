//! The dialog **Release Unhandled Replies**.

mod button;
mod dialog;
mod preview;
mod progress;

pub use button::ReleaseButton;
