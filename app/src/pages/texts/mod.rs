//! Texting.

mod contact;
mod conversation;
mod done;
mod home;
mod next;
mod reply;
mod tags;
mod thread;
mod told;

pub use conversation::ConversationPage;
pub use done::DonePage;
pub use home::TextsPage;
pub use next::NextPage;
