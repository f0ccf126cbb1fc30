//! The report of an import, put together while the file is read.

use super::reason::{Reason, Remark};
use super::row::Rejected;
use app::domain::{ImportReport, ReportedRow};
use sentences::page;
use server_store::contacts::{Added, Duplicate};

/// The maximum number of rows that a report lists in either of its lists.
const MAX_REPORTED_ROWS: usize = 1_000;

/// The report so far.
#[derive(Debug, Default)]
pub(super) struct ReportBuilder {
    report: ImportReport,
}

impl ReportBuilder {
    /// A row that was staged, with what there is to look at.
    pub fn taken(&mut self, line: u64, remarks: Vec<(Remark, String)>) {
        for (remark, text) in remarks {
            if self.report.remarks.len() < MAX_REPORTED_ROWS {
                self.report.remarks.push(ReportedRow {
                    line,
                    text,
                    reason: remark.to_string(),
                });
            }
        }
    }

    /// A row that was not.
    pub fn rejected(&mut self, line: u64, rejected: Rejected) {
        let count = match rejected.reason {
            Reason::MissingCell => &mut self.report.missing,
            _ => &mut self.report.invalid,
        };
        *count = count.saturating_add(1);
        if self.report.rows.len() < MAX_REPORTED_ROWS {
            self.report.rows.push(ReportedRow {
                line,
                text: rejected.text,
                reason: rejected.reason.to_string(),
            });
        }
    }

    /// The whole report, with what came of the staged rows. Duplicates are listed between the rejected rows.
    pub fn finish(self, added: Added) -> ImportReport {
        let mut report = self.report;
        (report.added, report.opted_out) = (added.contacts, added.opted_out);
        (report.duplicates, report.zones) = (added.duplicates, added.zones);
        report.rows.extend(added.listed.into_iter().map(duplicate));
        report.rows.sort_by_key(|row| row.line);
        report.rows.truncate(MAX_REPORTED_ROWS);
        report
    }
}

fn duplicate(duplicate: Duplicate) -> ReportedRow {
    let reason = match duplicate.taken {
        Some(line) => page::cell_is_in_an_earlier_row(&line.to_string()),
        None => page::cell_is_on_the_campaign().to_owned(),
    };
    ReportedRow {
        line: duplicate.line,
        text: duplicate.written,
        reason,
    }
}
