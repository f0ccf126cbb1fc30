//! Assignment Control: what each pool hands out, and the rules of requests.

mod page;
mod pool;
mod rules;

pub use page::AssignmentPage;
