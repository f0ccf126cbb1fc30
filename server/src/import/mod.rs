//! The import of contacts from a CSV file.
//!
//! [`contacts`](contacts()) reads the file in chunks → `file` finds the header line and splits the rest into records →
//! `row` converts a record to a contact, or rejects it with a `reason` → `store::contacts` stages the valid ones and adds
//! them in one transaction. The file is never in memory as a whole.

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

pub(crate) use cell::read_number;
pub use contacts::contacts;
pub use error::ImportError;
pub use header::HeaderError;
pub use region::{Region, UnknownRegion};
