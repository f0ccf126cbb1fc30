//! `baton opt-outs import`

use crate::commands::actor::{actor, refused};
use crate::commands::input_file::input_file;
use crate::commands::{CommandError, Database, print_line};
use crate::config::Config;
use crate::import::{Region, StagedOptOuts, stage_opt_outs};
use app::domain::{OptOutReport, OrganizationId};
use clap::Args;
use server_store::Store;
use std::path::PathBuf;
use std::process::ExitCode;

/// Opts out the numbers of a CSV file.
#[derive(Debug, Args)]
pub struct Import {
    /// The organization's number, as `organization create` printed it.
    #[arg(long, value_name = "ID")]
    pub(super) organization: OrganizationId,

    /// The country in which numbers without a country code are, by its two letters [default: the organization's].
    #[arg(long, value_name = "COUNTRY")]
    pub(super) region: Option<Region>,

    /// Record nothing, and show what is understood of the file.
    #[arg(long)]
    pub(super) dry_run: bool,

    /// The file, with a column cell, or with nothing but numbers; - reads standard input.
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
}

impl Import {
    /// Imports, and prints what came of it. It is a success if any row was understood.
    pub(super) async fn run_and_print(self, config: &Config) -> Result<ExitCode, CommandError> {
        if self.dry_run {
            let examined = Database::with(config, async |pool| {
                self.examine(&Store::new(pool.clone())).await
            });
            let (numbers, report) = examined.await?;
            print_line(describe_examined(numbers, &report));
            return Ok(exit_code(numbers.saturating_add(report.already)));
        }
        let imported = Database::with(config, async |pool| {
            self.run(&Store::new(pool.clone())).await
        });
        let report = imported.await?;
        print_line(describe(&report));
        Ok(exit_code(report.total() - report.missing - report.invalid))
    }

    pub(super) async fn run(&self, store: &Store) -> Result<OptOutReport, CommandError> {
        let actor = actor(store, self.organization).await?;
        self.stage(store)
            .await?
            .record(actor)
            .await
            .map_err(|error| refused(error.to_string()))
    }

    /// How many numbers of the file would be opted out, and what became of its other rows.
    pub(super) async fn examine(&self, store: &Store) -> Result<(u32, OptOutReport), CommandError> {
        // There is such an organization.
        actor(store, self.organization).await?;
        let staged = self.stage(store).await?;
        let examined = staged.examine(self.organization).await;
        examined.map_err(|error| refused(error.to_string()))
    }

    async fn stage(&self, store: &Store) -> Result<StagedOptOuts, CommandError> {
        let region = match self.region {
            Some(region) => region,
            None => Region::of_organization(store, self.organization).await?,
        };
        let file = input_file(&self.file).await?;
        stage_opt_outs(store, file, region)
            .await
            .map_err(|error| refused(error.to_string()))
    }
}

/// Of a file that has so many rows with a number.
fn exit_code(understood: u32) -> ExitCode {
    match understood {
        0 => ExitCode::FAILURE,
        _ => ExitCode::SUCCESS,
    }
}

/// The report in lines.
fn describe(report: &OptOutReport) -> String {
    let counts = [
        ("Rows", report.total()),
        ("Opted out now", report.recorded),
        ("Opted out before", report.already),
        ("Twice in the file", report.duplicates),
        ("Without a number", report.missing),
        ("Rejected", report.invalid),
    ];
    lines(&counts, report)
}

/// What a dry run says.
fn describe_examined(numbers: u32, report: &OptOutReport) -> String {
    let counts = [
        ("Rows", report.total().saturating_add(numbers)),
        ("To be opted out", numbers),
        ("Opted out before", report.already),
        ("Twice in the file", report.duplicates),
        ("Without a number", report.missing),
        ("Rejected", report.invalid),
    ];
    lines(&counts, report) + "\nNothing was recorded."
}

fn lines(counts: &[(&str, u32)], report: &OptOutReport) -> String {
    let mut lines: Vec<String> = counts
        .iter()
        .map(|(name, count)| format!("{name}: {count}"))
        .collect();
    lines.extend(report.rows.iter().map(|row| match row.text.as_str() {
        "" => format!("  line {}: {}", row.line, row.reason),
        stood => format!("  line {}: “{stood}”: {}", row.line, row.reason),
    }));
    match u64::from(report.left_out()).saturating_sub(report.rows.len() as u64) {
        0 => {}
        more => lines.push(format!("  … and {more} more.")),
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::{describe, describe_examined};
    use app::domain::{OptOutReport, ReportedRow};

    #[test]
    fn says_what_came_of_it_row_by_row() {
        let row = |line, text: &str, reason: &str| ReportedRow {
            line,
            text: text.into(),
            reason: reason.into(),
        };
        let report = OptOutReport {
            recorded: 12,
            already: 2,
            duplicates: 0,
            missing: 1,
            invalid: 2,
            rows: vec![
                row(4, "", "The cell is missing."),
                row(5, "555-0110", "It has no area code."),
            ],
        };
        assert_eq!(
            describe(&report),
            "Rows: 17\nOpted out now: 12\nOpted out before: 2\nTwice in the file: 0\nWithout a number: 1\nRejected: 2\n\
             \u{20} line 4: The cell is missing.\n  line 5: “555-0110”: It has no area code.\n  … and 1 more."
        );
        let examined = OptOutReport {
            recorded: 0,
            ..report
        };
        assert_eq!(
            describe_examined(12, &examined),
            "Rows: 17\nTo be opted out: 12\nOpted out before: 2\nTwice in the file: 0\nWithout a number: 1\nRejected: 2\n\
             \u{20} line 4: The cell is missing.\n  line 5: “555-0110”: It has no area code.\n  … and 1 more.\n\
             Nothing was recorded."
        );
    }
}
