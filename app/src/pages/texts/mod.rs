//! Pages of texters: their home, a conversation, and **Release my replies** without WASM; and
//! what admins do with replies that nobody can answer.

mod close;
mod closed;
mod contact;
mod conversation;
mod earlier;
mod end_of_day;
mod further_undos;
mod home;
mod listed;
mod media;
mod move_reply;
mod next;
mod notices;
mod obstacle;
mod opt_out;
mod opt_out_note;
mod past;
mod reply;
mod responses;
mod sending_blocked;
mod tags;
mod thread;
mod unanswerable;

pub use closed::ClosedPage;
pub(in crate::pages) use contact::full_name;
pub use conversation::ConversationPage;
pub use earlier::EarlierPage;
pub(in crate::pages) use earlier::earlier_path;
pub use end_of_day::EndOfDayPage;
pub use home::TextsPage;
pub(in crate::pages) use media::Media;
pub use move_reply::MoveReplyPage;
pub use next::NextPage;
pub(in crate::pages) use notices::UnsentLastText;
pub(in crate::pages) use obstacle::Obstacle;
pub use opt_out::OptOutPage;
pub(in crate::pages) use opt_out::{OptOutLink, opt_out_path};
pub use past::PastPage;
pub(in crate::pages) use reply::Kept;
pub(in crate::pages) use responses::ResponseChoices;
pub(in crate::pages) use sending_blocked::SendingBlocked;
pub(in crate::pages) use tags::CarriedTags;
pub(in crate::pages) use thread::Thread;
pub use unanswerable::UnanswerablePage;
