use super::progress;
use crate::audit::{self, Change};
use crate::{Store, StoreError, notify};
use app::domain::{AuditAction, AuditActor, AuditSubject, ReleaseId, ReleaseProgress};

/// Asks a release to stop, and says how far it is. Who works on it sees that before its next batch; one
/// that has ended stays as it is, and so does an undo: a release is undone once, and what a stopped undo had left could
/// never be given back.
#[tracing::instrument(name = "db.release.cancel", skip_all, fields(%release))]
pub(super) async fn cancel(
    store: &Store,
    actor: AuditActor,
    release: ReleaseId,
) -> Result<ReleaseProgress, StoreError> {
    let organization = actor.organization;
    let mut transaction = store.begin().await?;
    let asked = sqlx::query!(
        "update release
            set cancel_requested_at = coalesce($3, statement_timestamp())
          where organization_id = $1
            and id = $2
            and undoes_id is null
            and state = 'running'
            and cancel_requested_at is null",
        organization.0,
        release.0,
        store.clock.pinned(),
    )
    .execute(&mut *transaction)
    .await?;
    if asked.rows_affected() > 0 {
        let change = Change::new(AuditAction::ReleaseStopped, AuditSubject::Release(release));
        audit::record(&mut transaction, &store.clock, actor, change).await?;
        notify::releases_changed(&mut *transaction, organization).await?;
    }
    transaction.commit().await?;
    progress::of(store, organization, release).await
}
