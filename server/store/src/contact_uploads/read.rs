//! The reading of kept files.

use crate::count::clamp;
use crate::{Store, StoreError};
use app::domain::{CampaignId, ImportId, MemberId, OrganizationId, UploadId};
use sentences::page;

/// A kept file that has arrived whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptUpload {
    /// Which one.
    pub id: UploadId,
    /// What it is called; may be empty.
    pub file_name: String,
    /// Its size in bytes.
    pub size: i64,
    /// Why the last attempt to import it failed, or that it was interrupted.
    pub failure: Option<String>,
}

/// Where an upload is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UploadState {
    /// It waits for somebody to say what its columns mean.
    Waiting(KeptUpload),
    /// It is being imported.
    Importing {
        /// The file.
        upload: KeptUpload,
        /// How many of its bytes are read.
        bytes_read: i64,
        /// How many of its rows.
        rows_read: u32,
    },
    /// Its contacts are in.
    Imported(ImportId),
}

struct Row {
    id: i64,
    file_name: String,
    size: i64,
    failure: Option<String>,
    importing: bool,
    interrupted: bool,
    bytes_read: i64,
    rows_read: i64,
}

impl Row {
    fn state(self) -> UploadState {
        // Its server says nothing any more: it left no word of a failure.
        let interrupted = || {
            self.interrupted
                .then(|| page::import_was_interrupted().into())
        };
        let upload = KeptUpload {
            id: UploadId(self.id),
            failure: self.failure.or_else(interrupted),
            file_name: self.file_name,
            size: self.size,
        };
        if !self.importing {
            return UploadState::Waiting(upload);
        }
        UploadState::Importing {
            upload,
            bytes_read: self.bytes_read,
            rows_read: clamp(self.rows_read),
        }
    }
}

/// Where an upload to a campaign is; `None` if there is no such one, it has not arrived whole, or is deleted.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.contact_upload.find", skip_all, fields(%upload))]
pub async fn find(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
    upload: UploadId,
) -> Result<Option<UploadState>, StoreError> {
    let kept = sqlx::query_as!(
        Row,
        r#"select id, file_name, size as "size!", failure, bytes_read, rows_read,
                coalesce(importing_at >= coalesce($4, statement_timestamp()) - interval '30 seconds', false)
                    as "importing!",
                coalesce(importing_at < coalesce($4, statement_timestamp()) - interval '30 seconds', false)
                    as "interrupted!"
           from contact_upload
          where organization_id = $1 and campaign_id = $2 and id = $3 and size is not null"#,
        organization.0,
        campaign.0,
        upload.0,
        store.clock.pinned(),
    )
    .fetch_optional(&store.pool)
    .await?;
    if let Some(row) = kept {
        return Ok(Some(row.state()));
    }
    // By `contact_import_by_campaign`.
    let import = sqlx::query_scalar!(
        "select id from contact_import where organization_id = $1 and campaign_id = $2 and upload_id = $3",
        organization.0,
        campaign.0,
        upload.0,
    )
    .fetch_optional(&store.pool)
    .await?;
    Ok(import.map(|id| UploadState::Imported(ImportId(id))))
}

/// A file of a campaign, with whether it is being imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingFile {
    /// Which one.
    pub id: UploadId,
    /// What it is called; may be empty.
    pub file_name: String,
    /// A server imports it.
    pub importing: bool,
}

/// The files of a campaign that concern a member: those that are being imported, whoever uploaded them, and their own that
/// waits to be. The newest first.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.contact_upload.pending", skip_all, fields(%campaign))]
pub async fn pending(
    store: &Store,
    organization: OrganizationId,
    member: MemberId,
    campaign: CampaignId,
) -> Result<Vec<PendingFile>, StoreError> {
    // An organization has few.
    let rows = sqlx::query!(
        r#"select id, file_name,
                coalesce(importing_at >= coalesce($4, statement_timestamp()) - interval '30 seconds', false)
                    as "importing!"
             from contact_upload
            where organization_id = $1 and campaign_id = $2 and size is not null
              and (member_id = $3 or importing_at >= coalesce($4, statement_timestamp()) - interval '30 seconds')
            order by id desc"#,
        organization.0,
        campaign.0,
        member.0,
        store.clock.pinned(),
    )
    .fetch_all(&store.pool)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| PendingFile {
            id: UploadId(row.id),
            file_name: row.file_name,
            importing: row.importing,
        })
        .collect())
}

/// A part of a file, counted from 0; `None` after the last one.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.contact_upload.part", skip_all, fields(%upload, number))]
pub async fn part(
    store: &Store,
    organization: OrganizationId,
    upload: UploadId,
    number: i32,
) -> Result<Option<Vec<u8>>, StoreError> {
    let bytes = sqlx::query_scalar!(
        "select bytes from contact_upload_part where organization_id = $1 and upload_id = $2 and number = $3",
        organization.0,
        upload.0,
        number,
    );
    Ok(bytes.fetch_optional(&store.pool).await?)
}
