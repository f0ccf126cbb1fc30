//! The import of contacts, from the first byte to the report.

use super::columns::Columns;
use super::error::ImportError;
use super::file::File;
use super::layout::Layout;
use super::phone;
use super::records::Records;
use super::region::Region;
use super::report::ReportBuilder;
use super::row::{self, Rules};
use super::zone::Zones;
use app::domain::{AuditActor, CampaignId, ImportId, ImportReport};
use server_store::Store;
use server_store::contacts::{AddOutcome, Addition, Importable, Staging, importable};
use server_store::time_zones::KnownZones;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::io::AsyncRead;

/// How a file is to be imported.
#[derive(Debug, Default)]
pub struct ImportOptions<'a> {
    /// The country whose numbers are written without a country code.
    pub region: Region,
    /// What its columns mean.
    pub columns: Columns,
    /// What the file is called; may be empty.
    pub file_name: String,
    /// Where it was kept, and by which attempt it is imported; none if it comes from elsewhere.
    pub claim: Option<server_store::contact_uploads::Claim>,
    /// Whether its contacts take the place of those that are there.
    pub replace: bool,
    /// Counts the rows while they are read.
    pub rows_read: Option<&'a AtomicU64>,
    /// Receives what there is to know about its columns, in a sentence: of which names it has none.
    pub note: Option<&'a OnceLock<&'static str>>,
}

/// Adds the contacts of a CSV file, whose headings say what its columns mean, to a campaign: [`import`].
///
/// # Errors
/// As [`import`].
pub async fn contacts(
    store: &Store,
    actor: AuditActor,
    campaign: CampaignId,
    reader: impl AsyncRead + Unpin,
    region: Region,
) -> Result<ImportReport, ImportError> {
    let options = ImportOptions {
        region,
        ..ImportOptions::default()
    };
    let (_, report) = import(store, actor, campaign, reader, options).await?;
    Ok(report)
}

/// Adds the contacts of a CSV file to a campaign, and keeps the report. Valid rows are added in one transaction; rejected
/// ones are reported with line and reason. Memory does not grow with the file. If the future is dropped, nothing is
/// written.
///
/// # Errors
/// The campaign does not exist or is archived, and the file is not read; or the header line is invalid, the file
/// incomplete; or it was to take the place of a list that is launched or was texted, or nobody in it can be added. Nothing
/// is written.
#[tracing::instrument(name = "import.contacts", skip_all, fields(organization = %actor.organization, %campaign))]
pub async fn import(
    store: &Store,
    actor: AuditActor,
    campaign: CampaignId,
    reader: impl AsyncRead + Unpin,
    options: ImportOptions<'_>,
) -> Result<(ImportId, ImportReport), ImportError> {
    match importable(store, actor.organization, campaign).await? {
        Importable::Yes => {}
        Importable::Archived => return Err(ImportError::Archived),
        Importable::Absent => return Err(ImportError::NoSuchCampaign),
    }
    let (mut file, headings) = File::open(reader).await?;
    let layout = Layout::of(&Layout::columns(&headings, &options.columns)?)?;
    if let Some((receiver, note)) = options.note.zip(layout.note()) {
        receiver.get_or_init(|| note);
    }
    let rules = rules(store, layout, options.region).await?;
    phone::prepare().await;
    let mut staging = Staging::open(store).await?;
    let mut report = ReportBuilder::default();
    while file.next().await? {
        stage(file.record(), &rules, &mut staging, &mut report).await?;
        if let Some(rows_read) = options.rows_read {
            rows_read.fetch_add(1, Ordering::Relaxed);
        }
    }
    let addition = Addition {
        campaign,
        file_name: options.file_name,
        claim: options.claim,
        replace: options.replace,
    };
    let outcome = staging.add_to(actor, &addition, |added| report.finish(added));
    let (id, report) = match outcome.await? {
        AddOutcome::Added(id, report) => (id, report),
        AddOutcome::Archived => return Err(ImportError::Archived),
        AddOutcome::UploadGone => return Err(ImportError::UploadGone),
        AddOutcome::Launched => return Err(ImportError::Launched),
        AddOutcome::NobodyToReplaceBy => return Err(ImportError::NobodyToReplaceBy),
        AddOutcome::TextedAlready => return Err(ImportError::TextedAlready),
    };
    tracing::info!(
        added = report.added,
        opted_out = report.opted_out,
        duplicates = report.duplicates,
        missing = report.missing,
        invalid = report.invalid,
        "contacts were imported"
    );
    Ok((id, report))
}

/// The names of zones are asked for only where the file has a column of them.
pub(super) async fn rules(
    store: &Store,
    layout: Layout,
    region: Region,
) -> Result<Rules, ImportError> {
    let known = match layout.time_zone {
        Some(_) => KnownZones::load(&store.pool).await?,
        None => KnownZones::default(),
    };
    Ok(Rules {
        layout,
        region,
        zones: Zones::new(known, region),
    })
}

async fn stage(
    record: &Records,
    rules: &Rules,
    staging: &mut Staging,
    report: &mut ReportBuilder,
) -> Result<(), ImportError> {
    let line = record.line();
    match row::read(record, rules) {
        Ok(Some(row)) => {
            staging.push(line, &row.written, &row.contact).await?;
            report.taken(line, row.remarks);
        }
        Ok(None) => {}
        Err(rejected) => report.rejected(line, rejected),
    }
    Ok(())
}
