//! Message Review: the filters, the list, and a thread beside it, which is answered from there; and bulk actions on what
//! is listed.

mod answer;
mod bulk_action;
mod bulk_form;
mod filter;
mod opened;
mod page;
mod recent;
mod row;

pub use bulk_action::BulkActionPage;
pub use page::ReviewPage;
