//! The page of an organization's settings.

mod messages;
mod organization;
mod page;

pub use messages::KeptMessagesPage;
pub use page::SettingsPage;
