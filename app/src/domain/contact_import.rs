//! The report of a CSV import of contacts.

use serde::{Deserialize, Serialize};

/// A row of the file about which there is something to say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportedRow {
    /// The line on which it begins; the file's first line is 1.
    pub line: u64,
    /// What stood there, shortened: mostly the cell.
    #[serde(default)]
    pub text: String,
    /// Why, as a sentence in the language of who imported it.
    pub reason: String,
}

impl ReportedRow {
    /// What there is to say about the first line, which names the columns.
    pub fn of_header(reason: String) -> Self {
        Self {
            line: 1,
            text: String::new(),
            reason,
        }
    }
}

/// Where the time zones of the contacts on a campaign were found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ZoneCounts {
    /// In the file's column of time zones.
    pub column: u32,
    /// By the ZIP code.
    pub zip: u32,
    /// By the area code of the cell.
    pub area_code: u32,
    /// Nowhere, so the campaign's counts.
    pub campaign: u32,
}

/// The result of one import. The good rows are in, whatever became of the others. Each row of the file is in exactly one
/// of the first five counts; rows without any text are in none.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ImportReport {
    /// Contacts that were added and can be texted.
    pub added: u32,
    /// Contacts that were added and have opted out; nobody can text them.
    pub opted_out: u32,
    /// Rows whose cell was on the campaign already, or earlier in the file.
    pub duplicates: u32,
    /// Rows without a cell.
    #[serde(default)]
    pub missing: u32,
    /// Rows that were rejected for another reason.
    #[serde(alias = "rejected")]
    pub invalid: u32,
    /// Where the time zones of those who were added were found.
    #[serde(default)]
    pub zones: ZoneCounts,
    /// The rows that were not added, the first thousand of them.
    pub rows: Vec<ReportedRow>,
    /// Rows with something to look at that did not keep them from being added, the first thousand of them.
    #[serde(default)]
    pub remarks: Vec<ReportedRow>,
}

impl ImportReport {
    /// How many rows of the file had any text.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.added
            .saturating_add(self.opted_out)
            .saturating_add(self.not_added())
    }

    /// How many rows were not added, listed or not.
    #[must_use]
    pub fn not_added(&self) -> u32 {
        self.duplicates
            .saturating_add(self.missing)
            .saturating_add(self.invalid)
    }
}

/// What became of the undo of an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportUndo {
    /// It is done.
    Finished,
    /// It goes on.
    Running,
}

#[cfg(test)]
mod tests {
    use super::ImportReport;

    #[test]
    fn a_report_that_was_kept_earlier_is_read() {
        let kept = r#"{"added":2,"duplicates":1,"opted_out":0,"rejected":3,"rows":[{"line":4,"reason":"No."}]}"#;
        let report: ImportReport = serde_json::from_str(kept).unwrap();
        assert_eq!((report.total(), report.not_added()), (6, 4));
        assert_eq!(report.rows[0].text, "");
    }
}
