//! The import of contacts and of opt-outs from a CSV file, and of [`people`](people()), who become members.
//!
//! [`contacts`](contacts()) reads the file in chunks → `encoding` makes text of it → `file` finds the header line and splits
//! the rest into records → `layout` says which column means what → `row` converts a record to a contact with its `phone`
//! number and `zone`, or rejects it with a `reason` → `store::contacts` stages the valid ones and adds them in one
//! transaction. The file is never in memory as a whole. [`stage_opt_outs`] reads a file of opt-outs by the same steps,
//! of which it needs the numbers alone.

mod column;
mod columns;
mod contacts;
mod correction;
mod dialect;
mod encoding;
mod error;
mod file;
mod header_error;
mod heading;
mod layout;
mod opt_out_row;
mod opt_outs;
mod people;
mod phone;
mod placeholder;
mod preview;
mod reason;
mod records;
mod region;
mod report;
mod row;
mod zone;

#[cfg(test)]
mod tests;

pub use columns::{Columns, InvalidNamedColumn, NamedColumn};
pub use contacts::{ImportOptions, contacts, import};
pub(crate) use correction::read_correction;
pub use error::ImportError;
pub use header_error::HeaderError;
pub use opt_outs::{StagedOptOuts, stage_opt_outs};
pub use people::{PeopleError, PersonRow, people};
pub(crate) use phone::{explain_number, prepare as prepare_numbers, read_number};
pub use preview::{Preview, check_columns, check_header, preview};
pub use region::{Region, UnknownRegion};
