//! A texter takes their request back.

use crate::{Store, StoreError, notify};
use app::domain::Viewer;
use app::error::AppError;

/// Cancels the viewer's pending request.
#[tracing::instrument(name = "db.request.cancel", skip_all)]
pub(super) async fn cancel(store: &Store, viewer: &Viewer) -> Result<(), StoreError> {
    let mut tx = store.begin().await?;
    let done = sqlx::query!(
        "update assignment_request
            set state = 'cancelled', decided_at = coalesce($3, statement_timestamp())
          where organization_id = $1 and member_id = $2 and state = 'pending'",
        viewer.organization.0,
        viewer.member.0,
        store.clock.pinned(),
    )
    .execute(&mut *tx)
    .await?;
    if done.rows_affected() == 0 {
        return Err(AppError::DecidedAlready.into());
    }
    notify::requests_changed(&mut *tx, viewer.organization, viewer.member).await?;
    tx.commit().await?;
    Ok(())
}
