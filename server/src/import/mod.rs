//! The import of contacts from a CSV file, and of [`people`](people()), who become members.
//!
//! [`contacts`](contacts()) reads the file in chunks → `encoding` makes text of it → `file` finds the header line and splits
//! the rest into records → `layout` says which column means what → `row` converts a record to a contact with its `phone`
//! number and `zone`, or rejects it with a `reason` → `store::contacts` stages the valid ones and adds them in one
//! transaction. The file is never in memory as a whole.

mod contacts;
mod dialect;
mod encoding;
mod error;
mod file;
mod header_error;
mod heading;
mod layout;
mod people;
mod phone;
mod reason;
mod records;
mod region;
mod report;
mod row;
mod zone;

#[cfg(test)]
mod tests;

pub use contacts::contacts;
pub use error::ImportError;
pub use header_error::HeaderError;
pub use people::{PeopleError, PersonRow, people};
pub(crate) use phone::read_number;
pub use region::{Region, UnknownRegion};
