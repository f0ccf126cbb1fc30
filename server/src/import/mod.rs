//! Contacts from a CSV file.
//!
//! A way through it: [`contacts`](contacts()) reads the file piece by piece → `file` finds the header
//! and cuts the rest into records → `row` makes a contact of a record, or says why it cannot →
//! `store::contacts` stages the good ones and adds them all in one transaction. Nothing holds the file.

mod cell;
mod contacts;
mod error;
mod file;
mod header;
mod layout;
mod reason;
mod records;
mod region;
mod row;

#[cfg(test)]
mod tests;

pub use contacts::contacts;
pub use error::ImportError;
pub use header::HeaderError;
pub use region::{Region, UnknownRegion};
