//! The import of contacts, from the first byte to the report.

use super::error::ImportError;
use super::file::File;
use super::layout::Layout;
use super::phone;
use super::records::Records;
use super::region::Region;
use super::report::ReportBuilder;
use super::row::{self, Rules};
use super::zone::Zones;
use app::domain::{AuditActor, CampaignId, ImportReport};
use server_store::Store;
use server_store::contacts::{Importable, Staging, importable};
use server_store::time_zones::KnownZones;
use tokio::io::AsyncRead;

/// Adds the contacts of a CSV file to a campaign. Valid rows are added in one transaction; rejected ones are reported with
/// line and reason. Memory does not grow with the file. If the future is dropped, nothing is written.
///
/// # Errors
/// The campaign does not exist or is archived, and the file is not read; or the header line is invalid, or the file
/// incomplete. Nothing is written.
#[tracing::instrument(name = "import.contacts", skip_all, fields(organization = %actor.organization, %campaign))]
pub async fn contacts(
    store: &Store,
    actor: AuditActor,
    campaign: CampaignId,
    reader: impl AsyncRead + Unpin,
    region: Region,
) -> Result<ImportReport, ImportError> {
    match importable(store, actor.organization, campaign).await? {
        Importable::Yes => {}
        Importable::Archived => return Err(ImportError::Archived),
        Importable::Absent => return Err(ImportError::NoSuchCampaign),
    }
    let (mut file, headings) = File::open(reader).await?;
    let rules = rules(store, Layout::guess(&headings)?, region).await?;
    phone::prepare().await;
    let mut staging = Staging::open(store).await?;
    let mut report = ReportBuilder::default();
    while file.next().await? {
        stage(file.record(), &rules, &mut staging, &mut report).await?;
    }
    let Some(added) = staging.add_to(actor, campaign).await? else {
        return Err(ImportError::Archived);
    };
    let report = report.finish(added);
    tracing::info!(
        added = report.added,
        opted_out = report.opted_out,
        duplicates = report.duplicates,
        missing = report.missing,
        invalid = report.invalid,
        "contacts were imported"
    );
    Ok(report)
}

/// The names of zones are asked for only where the file has a column of them.
async fn rules(store: &Store, layout: Layout, region: Region) -> Result<Rules, ImportError> {
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
