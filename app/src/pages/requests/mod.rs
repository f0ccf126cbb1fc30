//! Deciding on requests for texts.

mod decided;
mod list;
mod page;
mod request;

pub use list::{PendingList, pending_page};
pub use page::RequestsPage;
