//! The arrival of a file, part by part.

use crate::{Store, StoreError};
use app::domain::{Admin, CampaignId, OrganizationId, UploadId};
use app::error::AppError;
use sentences::page;

/// The size of a part, in bytes.
pub const PART_BYTES: usize = 256 * 1024;
/// How many files of an organization are kept at once.
pub const MAX_KEPT: i64 = 10;

/// Begins to keep a file. One that the same member uploaded to the campaign before and did not import is deleted.
///
/// # Errors
/// The organization has too many that wait; the member is no admin any more; the database.
#[tracing::instrument(name = "db.contact_upload.begin", skip_all, fields(%campaign))]
pub async fn begin(
    store: &Store,
    viewer: &Admin,
    campaign: CampaignId,
    file_name: &str,
) -> Result<UploadId, StoreError> {
    let organization = viewer.organization;
    let mut transaction = store.begin().await?;
    // Two at once are counted one after the other.
    sqlx::query!(
        "select from organization where id = $1 for no key update",
        organization.0,
    )
    .execute(&mut *transaction)
    .await?;
    sqlx::query!(
        "delete from contact_upload
          where organization_id = $1 and campaign_id = $2 and member_id = $3
            and (importing_at is null
                 or importing_at < coalesce($4, statement_timestamp()) - interval '30 seconds')",
        organization.0,
        campaign.0,
        viewer.member.0,
        store.clock.pinned(),
    )
    .execute(&mut *transaction)
    .await?;
    let kept = sqlx::query_scalar!(
        r#"select count(*) as "kept!" from contact_upload where organization_id = $1"#,
        organization.0,
    )
    .fetch_one(&mut *transaction)
    .await?;
    if kept >= MAX_KEPT {
        return Err(AppError::Invalid(page::too_many_files_wait(&MAX_KEPT.to_string())).into());
    }
    let id = sqlx::query_scalar!(
        "insert into contact_upload (organization_id, campaign_id, member_id, file_name, active_at)
         select m.organization_id, $2, m.id, left($4, 200), coalesce($5, statement_timestamp())
           from member m
          where m.organization_id = $1 and m.id = $3 and m.role >= 'admin'
         returning id",
        organization.0,
        campaign.0,
        viewer.member.0,
        file_name,
        store.clock.pinned(),
    )
    .fetch_optional(&mut *transaction)
    .await?;
    let id = id.ok_or(AppError::NotAllowed)?;
    transaction.commit().await?;
    Ok(UploadId(id))
}

/// Keeps the next part of a file that is arriving.
///
/// # Errors
/// It is not arriving any more; the database.
#[tracing::instrument(name = "db.contact_upload.append", skip_all, fields(%upload, number))]
pub async fn append(
    store: &Store,
    organization: OrganizationId,
    upload: UploadId,
    number: i32,
    bytes: &[u8],
) -> Result<(), StoreError> {
    let kept = sqlx::query!(
        "with arriving as (
             update contact_upload
                set active_at = coalesce($5, statement_timestamp())
              where organization_id = $1 and id = $2 and size is null
             returning id
         )
         insert into contact_upload_part (organization_id, upload_id, number, bytes)
         select $1, id, $3, $4 from arriving",
        organization.0,
        upload.0,
        number,
        bytes,
        store.clock.pinned(),
    )
    .execute(&store.pool)
    .await?;
    match kept.rows_affected() {
        1 => Ok(()),
        _ => Err(AppError::NotFound.into()),
    }
}

/// Notes that the whole file is there, if whoever sent it may still import it.
///
/// # Errors
/// It is not arriving any more, or they are no admin any more; the database.
#[tracing::instrument(name = "db.contact_upload.complete", skip_all, fields(%upload, size))]
pub async fn complete(
    store: &Store,
    organization: OrganizationId,
    upload: UploadId,
    size: i64,
) -> Result<(), StoreError> {
    let completed = sqlx::query!(
        "update contact_upload
            set size = $3, active_at = coalesce($4, statement_timestamp())
          where organization_id = $1 and id = $2 and size is null
            and exists (select from member m
                         where m.organization_id = $1 and m.id = contact_upload.member_id and m.role >= 'admin')",
        organization.0,
        upload.0,
        size,
        store.clock.pinned(),
    )
    .execute(&store.pool)
    .await?;
    match completed.rows_affected() {
        1 => Ok(()),
        _ => Err(AppError::NotFound.into()),
    }
}

/// Deletes a file that no living server imports.
///
/// # Errors
/// There is no such file, or it is being imported; the database.
#[tracing::instrument(name = "db.contact_upload.discard", skip_all, fields(%upload))]
pub async fn discard(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
    upload: UploadId,
) -> Result<(), StoreError> {
    let discarded = sqlx::query!(
        "delete from contact_upload
          where organization_id = $1 and campaign_id = $2 and id = $3
            and (importing_at is null
                 or importing_at < coalesce($4, statement_timestamp()) - interval '30 seconds')",
        organization.0,
        campaign.0,
        upload.0,
        store.clock.pinned(),
    )
    .execute(&store.pool)
    .await?;
    match discarded.rows_affected() {
        1 => Ok(()),
        _ => Err(AppError::NotFound.into()),
    }
}
