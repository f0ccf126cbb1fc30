//! The report of a CSV import of contacts.

use serde::{Deserialize, Serialize};

/// A row that was not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RejectedRow {
    /// Its line in the file, the header being line 1.
    pub line: u64,
    /// Why, as a sentence in the language of who imported it.
    pub reason: String,
}

/// The result of one import. The good rows are in, whatever became of the others.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ImportReport {
    /// Contacts that were added.
    pub added: u32,
    /// Rows whose cell was on the campaign already, or earlier in the file.
    pub duplicates: u32,
    /// Added contacts who have opted out; nobody can text them.
    pub opted_out: u32,
    /// Rows that were rejected.
    pub rejected: u32,
    /// The rejected rows, the first thousand of them.
    pub rows: Vec<RejectedRow>,
}
