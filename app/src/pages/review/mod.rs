//! Message Review: the filters, the list, and a thread beside it, which is answered from there.

mod answer;
mod filter;
mod opened;
mod page;
mod row;

pub use page::ReviewPage;
