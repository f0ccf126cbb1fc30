//! Assignment Requests: the page where requests for texts are decided on.

mod decision_notice;
mod page;

pub use page::RequestsPage;
