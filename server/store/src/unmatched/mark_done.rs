//! A text that belongs to no conversation, marked as done.

use super::list;
use crate::audit::{self, Change};
use crate::{Store, StoreError};
use app::domain::{AuditAction, AuditSubject, UnmatchedId, Viewer};

/// Marks it, unless it is marked already.
#[tracing::instrument(name = "db.inbound.mark_done", skip_all, fields(%id))]
pub(super) async fn mark_done(
    store: &Store,
    viewer: &Viewer,
    id: &UnmatchedId,
) -> Result<(), StoreError> {
    let mut transaction = store.begin().await?;
    let from = sqlx::query_scalar!(
        "update inbound
            set done_at = coalesce($4, statement_timestamp())
          where organization_id = $1 and service = $2 and service_sid = $3
            and message_id is null and done_at is null
         returning from_cell",
        viewer.organization.0,
        id.service.as_str(),
        &id.sid,
        store.clock.pinned(),
    )
    .fetch_optional(&mut *transaction)
    .await?;
    let Some(from) = from else {
        // Marked before, or there is no such text.
        return list::one(store, viewer, id).await.map(drop);
    };
    let change = Change::new(AuditAction::UnmatchedTextDone, AuditSubject::Organization);
    let change = change.detail(&from);
    audit::record(&mut transaction, &store.clock, viewer.actor(), change).await?;
    transaction.commit().await?;
    Ok(())
}
