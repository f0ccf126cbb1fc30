//! The app's port of uploads: it shows what a kept file holds, and imports it.

mod import_task;
mod reader;

use crate::import::{Columns, Region, check_columns, prepare_numbers, preview};
use app::domain::{Admin, CampaignId, ContactColumn, UploadId};
use app::error::AppError;
use app::ports::{ContactUploads, PendingUpload, UploadPage, UploadProgress};
use async_trait::async_trait;
use import_task::ImportTask;
use server_store::contact_uploads::{self, KeptUpload, UploadState};
use server_store::database::{RESPOND_WITHIN, answered};
use server_store::{Store, StoreError, contacts};
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::AsyncRead;

/// For so long whoever begins an import waits for its end.
const SHOWN_WITHIN: Duration = Duration::from_secs(2);

/// Kept files, in the store.
pub struct KeptUploads {
    store: Store,
}

impl KeptUploads {
    /// The port.
    pub fn new(store: Store) -> Self {
        Self { store }
    }

    fn read(&self, viewer: &Admin, upload: UploadId) -> Pin<Box<dyn AsyncRead + Send>> {
        reader::read(&self.store, viewer.organization, upload, Arc::default())
    }

    async fn state(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        upload: UploadId,
    ) -> Result<UploadState, StoreError> {
        let found = contact_uploads::find(&self.store, viewer.organization, campaign, upload);
        Ok(answered(RESPOND_WITHIN, found)
            .await?
            .ok_or(AppError::NotFound)?)
    }

    async fn kept(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        upload: UploadId,
    ) -> Result<KeptUpload, AppError> {
        match self.state(viewer, campaign, upload).await? {
            UploadState::Waiting(kept) => Ok(kept),
            UploadState::Importing { .. } | UploadState::Imported(_) => Err(AppError::NotFound),
        }
    }
}

#[async_trait]
impl ContactUploads for KeptUploads {
    async fn upload(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        upload: UploadId,
        columns: Option<Vec<ContactColumn>>,
    ) -> Result<UploadPage, AppError> {
        let kept = self.kept(viewer, campaign, upload).await?;
        let region = Region::of_organization(&self.store, viewer.organization).await?;
        let columns = columns.map_or(Columns::Guessed, Columns::Chosen);
        let reader = self.read(viewer, upload);
        let preview = preview(&self.store, reader, region, &columns).await?;
        let may_replace = contacts::may_replace(&self.store, viewer, campaign);
        Ok(UploadPage {
            file_name: kept.file_name,
            failure: kept.failure,
            columns: preview.columns,
            rows: preview.rows,
            problem: preview.problem.and_then(|error| error.advice()),
            note: preview.note,
            may_replace: answered(RESPOND_WITHIN, may_replace).await?,
        })
    }

    async fn pending_uploads(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
    ) -> Result<Vec<PendingUpload>, AppError> {
        let (organization, member) = (viewer.organization, viewer.member);
        let pending = contact_uploads::pending(&self.store, organization, member, campaign);
        let pending = answered(RESPOND_WITHIN, pending).await?.into_iter();
        Ok(pending
            .map(|file| PendingUpload {
                id: file.id,
                file_name: file.file_name,
                importing: file.importing,
            })
            .collect())
    }

    async fn import_upload(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        upload: UploadId,
        columns: Vec<ContactColumn>,
        replace: bool,
    ) -> Result<UploadProgress, AppError> {
        let kept = match self.state(viewer, campaign, upload).await? {
            UploadState::Waiting(kept) => kept,
            // The button was pressed twice.
            UploadState::Importing { .. } | UploadState::Imported(_) => {
                return self.upload_progress(viewer, campaign, upload).await;
            }
        };
        let columns = Columns::Chosen(columns);
        if let Err(error) = check_columns(self.read(viewer, upload), &columns).await? {
            let sentence = error.advice().unwrap_or_else(|| error.to_string());
            return Err(AppError::Invalid(sentence));
        }
        let region = Region::of_organization(&self.store, viewer.organization).await?;
        prepare_numbers().await;
        let claim = contact_uploads::claim(&self.store, viewer.organization, campaign, upload);
        if let Some(claim) = answered(RESPOND_WITHIN, claim).await? {
            let task = ImportTask {
                store: self.store.clone(),
                actor: viewer.actor(),
                campaign,
                region,
                claim,
                upload: kept,
                columns,
                replace,
            };
            let language = sentences::current();
            let task = tokio::spawn(sentences::scope(language, task.run()));
            // It goes on when nobody waits for it.
            let _ = tokio::time::timeout(SHOWN_WITHIN, task).await;
        }
        self.upload_progress(viewer, campaign, upload).await
    }

    async fn upload_progress(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        upload: UploadId,
    ) -> Result<UploadProgress, AppError> {
        Ok(match self.state(viewer, campaign, upload).await? {
            UploadState::Waiting(_) => UploadProgress::Waiting,
            UploadState::Importing {
                upload,
                bytes_read,
                rows_read,
            } => UploadProgress::Importing {
                rows: rows_read,
                percent: percent(bytes_read, upload.size),
            },
            UploadState::Imported(import) => UploadProgress::Imported(import),
        })
    }

    async fn discard_upload(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        upload: UploadId,
    ) -> Result<(), AppError> {
        let organization = viewer.organization;
        let discarded = contact_uploads::discard(&self.store, organization, campaign, upload);
        Ok(answered(RESPOND_WITHIN, discarded).await?)
    }
}

/// How much of a file is read; none if all of it is.
fn percent(part: i64, whole: i64) -> Option<u8> {
    if part >= whole {
        return None;
    }
    u8::try_from(part.saturating_mul(100) / whole).ok()
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn a_file_that_is_read_to_its_end_has_no_share_left() {
        for (part, whole, share) in [
            (0, 200, Some(0)),
            (1, 3, Some(33)),
            (199, 200, Some(99)),
            (200, 200, None),
            (0, 0, None),
        ] {
            assert_eq!(percent(part, whole), share, "{part} of {whole}");
        }
    }
}
