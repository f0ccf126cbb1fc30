//! The import of a kept file in a task of its own.

use super::reader;
use crate::import::{Columns, ImportOptions, Region, import};
use app::domain::{AuditActor, CampaignId};
use app::error::AppError;
use server_store::contact_uploads::{Claim, KeptUpload, fail, report_progress};
use server_store::{Store, StoreError};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// How often the import says how far it is; less than a third of the time after which it is taken for dead.
const REPORT_INTERVAL: Duration = Duration::from_millis(500);

/// What is to be imported.
pub(super) struct ImportTask {
    pub store: Store,
    pub actor: AuditActor,
    pub campaign: CampaignId,
    pub region: Region,
    pub claim: Claim,
    pub upload: KeptUpload,
    pub columns: Columns,
    pub replace: bool,
}

impl ImportTask {
    /// Imports the file to its end. Why it failed is kept with it.
    pub async fn run(self) {
        let organization = self.actor.organization;
        let (store, claim) = (self.store.clone(), self.claim);
        let (bytes_read, rows_read) = (Arc::new(AtomicU64::new(0)), AtomicU64::new(0));
        let reader = reader::read(&store, organization, claim.upload, bytes_read.clone());
        let options = ImportOptions {
            region: self.region,
            columns: self.columns,
            file_name: self.upload.file_name,
            claim: Some(claim),
            replace: self.replace,
            rows_read: Some(&rows_read),
            // Its page has said it.
            note: None,
        };
        let imported = import(&store, self.actor, self.campaign, reader, options);
        let imported = tokio::select! {
            imported = imported => imported,
            () = report(&store, organization, claim, &bytes_read, &rows_read) => return,
        };
        if let Err(error) = imported {
            tracing::warn!(upload = %claim.upload, %error, "a file of contacts was not imported");
            let sentence = AppError::from(error).to_string();
            if let Err(error) = fail(&store, organization, claim, &sentence).await {
                tracing::error!(upload = %claim.upload, %error, "the failure of an import could not be recorded");
            }
        }
    }
}

/// Says how far it is until another attempt has taken its place.
async fn report(
    store: &Store,
    organization: app::domain::OrganizationId,
    claim: Claim,
    bytes: &AtomicU64,
    rows: &AtomicU64,
) {
    let count = |counter: &AtomicU64| {
        // No file has as many.
        i64::try_from(counter.load(Ordering::Relaxed)).unwrap_or(i64::MAX)
    };
    loop {
        tokio::time::sleep(REPORT_INTERVAL).await;
        let reported: Result<bool, StoreError> =
            report_progress(store, organization, claim, count(bytes), count(rows)).await;
        match reported {
            Ok(true) => {}
            // Deleted with its contacts being added, or taken over: the import itself says which.
            Ok(false) => return std::future::pending().await,
            Err(error) => {
                tracing::warn!(upload = %claim.upload, %error, "the progress of an import could not be recorded");
            }
        }
    }
}
