use crate::{Store, StoreError};

/// How many are deleted at once: each may have hundreds of parts.
const BATCH: i64 = 20;

/// Deletes files that nobody has done anything with for a day, and those that did not arrive whole within an hour of
/// their last part; a batch of them. Returns how many.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.contact_upload.delete_abandoned", skip_all)]
pub async fn delete_abandoned(store: &Store) -> Result<u64, StoreError> {
    let deleted = sqlx::query!(
        // By `contact_upload_active`.
        "delete from contact_upload
          where (organization_id, id) in (
                    select organization_id, id
                      from contact_upload
                     where active_at < coalesce($1, statement_timestamp())
                                       - case when size is null then interval '1 hour' else interval '1 day' end
                       and active_at < coalesce($1, statement_timestamp()) - interval '1 hour'
                       and (importing_at is null
                            or importing_at < coalesce($1, statement_timestamp()) - interval '1 hour')
                     order by active_at
                     limit $2
                       for update skip locked)",
        store.clock.pinned(),
        BATCH,
    )
    .execute(&store.pool)
    .await?;
    Ok(deleted.rows_affected())
}
