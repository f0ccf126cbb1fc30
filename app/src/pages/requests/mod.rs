//! Assignment Requests: the page where requests for texts are decided on.

mod decision_notice;
mod page;
mod pending_list;
mod pending_page;
mod pending_request;

pub use page::RequestsPage;
