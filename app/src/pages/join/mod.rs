//! The page of an invite link, for whoever has it.

mod form;
mod lead;
mod page;

pub use page::JoinPage;
