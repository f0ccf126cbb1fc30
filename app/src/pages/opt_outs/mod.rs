//! Pages of opt-outs by number: the list with its forms, and one number with its history.

mod add;
mod list;
mod number;
mod recorded;
mod report;

pub use list::OptOutsPage;
pub use number::OptOutNumberPage;
