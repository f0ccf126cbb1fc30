//! The server functions of Message Review: an answer, and bulk actions.

mod answer;
#[cfg(feature = "ssr")]
mod bulk_form;
mod prepare_bulk;
mod start_bulk;
mod stop_bulk;
mod undo_bulk;

pub use answer::{AnswerInReview, answer_in_review};
pub use prepare_bulk::{PrepareBulkAction, prepare_bulk_action};
pub use start_bulk::{StartBulkAction, start_bulk_action};
pub use stop_bulk::{StopBulkAction, stop_bulk_action};
pub use undo_bulk::{UndoBulkAction, undo_bulk_action};
