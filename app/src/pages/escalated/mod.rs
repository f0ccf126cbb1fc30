//! Escalated conversations that nobody has, for whose teams handle their tags, and for admins.

mod list;
mod waiting_link;

pub use list::EscalatedPage;
pub use waiting_link::EscalatedLink;
