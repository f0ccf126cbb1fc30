//! The server functions of Message Review: an answer, and bulk actions.

mod answer;
#[cfg(feature = "ssr")]
mod bulk_form;
#[cfg(feature = "ssr")]
mod bulk_page;
mod prepare_bulk;
mod start_bulk;
mod stop_bulk;
mod undo_bulk;

pub use answer::{AnswerInReview, answer_in_review};
#[cfg(feature = "ssr")]
pub use bulk_page::{bulk_page, bulk_progress_page};
pub use prepare_bulk::{PrepareBulkAction, prepare_bulk_action};
pub use start_bulk::{StartBulkAction, start_bulk_action};
pub use stop_bulk::{StopBulkAction, stop_bulk_action};
pub use undo_bulk::{UndoBulkAction, undo_bulk_action};
