//! Pages of texters: their home, a conversation, and **Release my replies** without WASM.

mod contact;
mod conversation;
mod end_of_day;
mod home;
mod next;
mod notices;
mod reply;
mod tags;
mod thread;

pub use conversation::ConversationPage;
pub use end_of_day::EndOfDayPage;
pub use home::TextsPage;
pub use next::NextPage;
