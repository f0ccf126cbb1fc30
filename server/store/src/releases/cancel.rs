use super::progress;
use crate::{Store, StoreError, notify};
use app::domain::{OrganizationId, ReleaseId, ReleaseProgress};

/// Asks a release to stop, and says how far it is. Who works on it sees that before its next batch; one
/// that has ended stays as it is.
#[tracing::instrument(name = "db.release.cancel", skip_all, fields(%release))]
pub(super) async fn cancel(
    store: &Store,
    organization: OrganizationId,
    release: ReleaseId,
) -> Result<ReleaseProgress, StoreError> {
    let mut transaction = store.begin().await?;
    let asked = sqlx::query!(
        "update release
            set cancel_requested_at = coalesce($3, statement_timestamp())
          where organization_id = $1
            and id = $2
            and state = 'running'
            and cancel_requested_at is null",
        organization.0,
        release.0,
        store.clock.pinned(),
    )
    .execute(&mut *transaction)
    .await?;
    if asked.rows_affected() > 0 {
        notify::releases_changed(&mut *transaction, organization).await?;
    }
    transaction.commit().await?;
    progress::of(store, organization, release).await
}
