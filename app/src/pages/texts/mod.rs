//! Texting.

mod contact;
mod conversation;
mod home;
mod reply;
mod thread;

pub use conversation::ConversationPage;
pub use home::TextsPage;
