//! Assignment Control.

mod page;
mod pool;
mod rules;

pub use page::AssignmentPage;
