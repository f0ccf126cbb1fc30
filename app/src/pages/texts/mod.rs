//! Texting.

mod contact;
mod conversation;
mod done;
mod home;
mod reply;
mod thread;
mod told;

pub use conversation::ConversationPage;
pub use done::DonePage;
pub use home::TextsPage;
