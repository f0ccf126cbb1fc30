//! The page of an organization's settings.

mod organization;
mod page;

pub use page::SettingsPage;
