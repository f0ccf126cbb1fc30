//! The page of the numbers that texts are sent from, and the page of each.

mod add;
mod one;
mod page;
mod region;
mod row;

pub use one::NumberPage;
pub use page::NumbersPage;
pub(super) use row::service_name;
