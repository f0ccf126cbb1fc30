//! The import of opt-outs, from the first byte to the report.

use super::error::ImportError;
use super::file::File;
use super::header_error::HeaderError;
use super::layout::NumberColumn;
use super::opt_out_row;
use super::phone;
use super::reason::Reason;
use super::records::Records;
use super::region::Region;
use super::row::Rejected;
use app::domain::{AuditActor, OptOutReport, OrganizationId, ReportedRow};
use sentences::page;
use server_store::Store;
use server_store::contacts::Duplicate;
use server_store::opt_outs::Staging;
use tokio::io::AsyncRead;

/// The maximum number of rows that a report lists.
const MAX_REPORTED_ROWS: usize = 1_000;

/// The opt-outs of a file that was read to its end. None of them is recorded.
pub struct StagedOptOuts {
    staging: Staging,
    report: OptOutReport,
}

/// Reads the numbers of a CSV file, which names a column of them, or has nothing but numbers. Rejected rows are reported
/// with line and reason. Memory does not grow with the file.
///
/// # Errors
/// The header line is invalid, or the file incomplete; the database. Nothing is recorded.
#[tracing::instrument(name = "import.stage_opt_outs", skip_all)]
pub async fn stage_opt_outs(
    store: &Store,
    reader: impl AsyncRead + Unpin,
    region: Region,
) -> Result<StagedOptOuts, ImportError> {
    let (mut file, headings) = File::open(reader).await.map_err(of_numbers)?;
    phone::prepare().await;
    let mut staging = Staging::open(store).await?;
    let mut report = OptOutReport::default();
    let column = match headings.as_slice() {
        // A list without a heading begins with its first number.
        [only] if phone::read_any(only, region).is_ok() => {
            let column = NumberColumn { at: 0, columns: 1 };
            stage(file.record(), column, region, &mut staging, &mut report).await?;
            column
        }
        headings => NumberColumn::guess(headings)?,
    };
    while file.next().await? {
        stage(file.record(), column, region, &mut staging, &mut report).await?;
    }
    Ok(StagedOptOuts { staging, report })
}

impl StagedOptOuts {
    /// Opts them out.
    ///
    /// # Errors
    /// The database: what was recorded before stays.
    #[tracing::instrument(name = "import.opt_outs", skip_all, fields(organization = %actor.organization))]
    pub async fn record(self, actor: AuditActor) -> Result<OptOutReport, ImportError> {
        let mut report = self.report;
        let imported = self.staging.record(actor).await?;
        report.recorded = imported.recorded;
        report.already = imported.already;
        add_duplicates(&mut report, imported.duplicates, imported.listed);
        tracing::info!(
            recorded = report.recorded,
            already = report.already,
            duplicates = report.duplicates,
            missing = report.missing,
            invalid = report.invalid,
            "opt-outs were imported"
        );
        Ok(report)
    }

    /// How many numbers would be opted out, and a report of the other rows: those of numbers that are opted out already, and
    /// those that name none, or one of an earlier row. Nothing is recorded.
    ///
    /// # Errors
    /// The database.
    #[tracing::instrument(name = "import.examine_opt_outs", skip_all, fields(%organization))]
    pub async fn examine(
        self,
        organization: OrganizationId,
    ) -> Result<(u32, OptOutReport), ImportError> {
        let mut report = self.report;
        let examined = self.staging.examine(organization).await?;
        report.already = examined.already;
        add_duplicates(&mut report, examined.duplicates, examined.listed);
        Ok((examined.new, report))
    }
}

fn add_duplicates(report: &mut OptOutReport, count: u32, listed: Vec<Duplicate>) {
    report.duplicates = count;
    report.rows.extend(listed.into_iter().map(duplicate));
    report.rows.sort_by_key(|row| row.line);
    report.rows.truncate(MAX_REPORTED_ROWS);
}

/// An empty file has no columns of contacts to name.
fn of_numbers(error: ImportError) -> ImportError {
    match error {
        ImportError::Header(HeaderError::Empty) => HeaderError::NoOptOuts.into(),
        error => error,
    }
}

async fn stage(
    record: &Records,
    column: NumberColumn,
    region: Region,
    staging: &mut Staging,
    report: &mut OptOutReport,
) -> Result<(), ImportError> {
    let line = record.line();
    match opt_out_row::read(record, column, region) {
        Ok(Some((number, written))) => staging.push(line, &written, &number).await?,
        Ok(None) => {}
        Err(rejected) => reject(report, line, rejected),
    }
    Ok(())
}

fn reject(report: &mut OptOutReport, line: u64, rejected: Rejected) {
    let count = match rejected.reason {
        Reason::MissingCell => &mut report.missing,
        _ => &mut report.invalid,
    };
    *count = count.saturating_add(1);
    if report.rows.len() < MAX_REPORTED_ROWS {
        report.rows.push(ReportedRow {
            line,
            text: rejected.text,
            reason: rejected.reason.to_string(),
        });
    }
}

fn duplicate(duplicate: Duplicate) -> ReportedRow {
    let first = duplicate
        .taken
        .map_or(String::new(), |line| line.to_string());
    ReportedRow {
        line: duplicate.line,
        text: duplicate.written,
        reason: page::number_is_in_an_earlier_row(&first),
    }
}
