//! The page of the numbers that texts are sent from.

mod add;
mod page;
mod region;
mod row;

pub use page::NumbersPage;
