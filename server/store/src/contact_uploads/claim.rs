//! The import of a kept file by one server: its claim, its signs of life, and its end.

use crate::{Store, StoreError};
use app::domain::{CampaignId, OrganizationId, UploadId};
use sqlx::PgConnection;

/// An attempt to import a kept file. Another attempt makes it void, so that a server which was taken for dead adds
/// nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim {
    /// Which file.
    pub upload: UploadId,
    /// Which attempt.
    pub epoch: i32,
}

/// Claims a file that is there whole and that no living server imports; `None` if it is none of these.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.contact_upload.claim", skip_all, fields(%upload))]
pub async fn claim(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
    upload: UploadId,
) -> Result<Option<Claim>, StoreError> {
    let epoch = sqlx::query_scalar!(
        "update contact_upload
            set import_epoch = import_epoch + 1,
                importing_at = coalesce($4, statement_timestamp()),
                active_at = coalesce($4, statement_timestamp()),
                bytes_read = 0, rows_read = 0, failure = null
          where organization_id = $1 and campaign_id = $2 and id = $3 and size is not null
            -- As long as `read::find` says that it is imported.
            and (importing_at is null
                 or importing_at < coalesce($4, statement_timestamp()) - interval '30 seconds')
         returning import_epoch",
        organization.0,
        campaign.0,
        upload.0,
        store.clock.pinned(),
    )
    .fetch_optional(&store.pool)
    .await?;
    Ok(epoch.map(|epoch| Claim { upload, epoch }))
}

/// Says how far an import is, and that its server lives; `false` if another attempt has taken its place.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.contact_upload.report_progress", skip_all, fields(upload = %claim.upload))]
pub async fn report_progress(
    store: &Store,
    organization: OrganizationId,
    claim: Claim,
    bytes: i64,
    rows: i64,
) -> Result<bool, StoreError> {
    let reported = sqlx::query!(
        "update contact_upload
            set importing_at = coalesce($6, statement_timestamp()), bytes_read = $4, rows_read = $5
          where organization_id = $1 and id = $2 and import_epoch = $3",
        organization.0,
        claim.upload.0,
        claim.epoch,
        bytes,
        rows,
        store.clock.pinned(),
    )
    .execute(&store.pool)
    .await?;
    Ok(reported.rows_affected() == 1)
}

/// Notes that an attempt has failed, and why. The file can be imported again.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.contact_upload.fail", skip_all, fields(upload = %claim.upload))]
pub async fn fail(
    store: &Store,
    organization: OrganizationId,
    claim: Claim,
    sentence: &str,
) -> Result<(), StoreError> {
    // None, if another attempt has taken its place.
    sqlx::query!(
        "update contact_upload
            set importing_at = null, failure = $4
          where organization_id = $1 and id = $2 and import_epoch = $3",
        organization.0,
        claim.upload.0,
        claim.epoch,
        sentence,
    )
    .execute(&store.pool)
    .await?;
    Ok(())
}

/// Deletes the file whose contacts are being added, in the transaction that adds them; `false` if the claim is void.
/// Its parts go with it.
#[tracing::instrument(name = "db.contact_upload.consume", skip_all, fields(upload = %claim.upload))]
pub(crate) async fn consume(
    tx: &mut PgConnection,
    organization: OrganizationId,
    claim: Claim,
) -> Result<bool, StoreError> {
    let consumed = sqlx::query!(
        "delete from contact_upload where organization_id = $1 and id = $2 and import_epoch = $3",
        organization.0,
        claim.upload.0,
        claim.epoch,
    )
    .execute(tx)
    .await?;
    Ok(consumed.rows_affected() == 1)
}
