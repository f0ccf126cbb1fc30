//! The import of contacts, from the first byte to the report.

use super::error::ImportError;
use super::file::File;
use super::region::Region;
use super::{cell, row};
use app::domain::{AuditActor, CampaignId, ImportReport, RejectedRow};
use server_store::Store;
use server_store::contacts::{Importable, Staging, importable};
use tokio::io::AsyncRead;

/// The maximum number of rejected rows that a report lists.
const MAX_REPORTED_ROWS: usize = 1_000;

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
    let (mut file, header) = File::open(reader).await?;
    cell::prepare().await;
    let mut staging = Staging::open(store).await?;
    let mut report = ImportReport::default();
    while file.next().await? {
        match row::read(file.record(), &header, region) {
            Ok(Some(contact)) => staging.push(&contact).await?,
            Ok(None) => {}
            Err(reason) => {
                report.rejected = report.rejected.saturating_add(1);
                if report.rows.len() < MAX_REPORTED_ROWS {
                    report.rows.push(RejectedRow {
                        line: file.record().line(),
                        reason: reason.to_string(),
                    });
                }
            }
        }
    }
    let added = staging.add_to(actor, campaign).await?;
    let Some(added) = added else {
        return Err(ImportError::Archived);
    };
    (report.added, report.duplicates, report.opted_out) =
        (added.contacts, added.duplicates, added.opted_out);
    tracing::info!(
        added = report.added,
        duplicates = report.duplicates,
        rejected = report.rejected,
        "contacts were imported"
    );
    Ok(report)
}
