//! The content of what came along with a text, from when it was fetched.

use crate::{Store, StoreError};
use app::domain::{MediaId, OrganizationId};

/// Keeps it, unless somebody else did or the message was erased meanwhile: then nothing is written.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.inbound_media.keep", skip_all, fields(%id, bytes = content.len()))]
pub async fn keep(
    store: &Store,
    organization: OrganizationId,
    id: MediaId,
    content_type: &str,
    content: &[u8],
) -> Result<(), StoreError> {
    sqlx::query!(
        "update inbound_media
            set content = $3, content_type = $4, fetched_at = coalesce($5, statement_timestamp())
          where organization_id = $1 and id = $2 and content is null",
        organization.0,
        id.0,
        content,
        content_type,
        store.clock.pinned(),
    )
    .execute(&store.pool)
    .await?;
    Ok(())
}
