//! The audit log, for owners.

mod action_words;
mod difference_words;
mod event;
mod filter;
mod log;

pub use log::AuditPage;
