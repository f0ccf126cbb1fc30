//! The request for texts of a member who is suspended while it waits for somebody to decide on it.

use crate::audit::{self, Change};
use crate::{Store, StoreError, notify};
use app::domain::{AuditAction, AuditSubject, MemberId, Viewer};
use sqlx::PgConnection;

/// Whether the member has one.
#[tracing::instrument(name = "db.request.is_pending_of_member", skip_all, fields(%member))]
pub(super) async fn has_pending_request(
    store: &Store,
    viewer: &Viewer,
    member: MemberId,
) -> Result<bool, StoreError> {
    let is_pending = sqlx::query_scalar!(
        r#"select exists (select from assignment_request
                           where organization_id = $1 and member_id = $2 and state = 'pending') as "pending!""#,
        viewer.organization.0,
        member.0,
    )
    .fetch_one(&store.pool)
    .await?;
    Ok(is_pending)
}

/// Locks it, behind the organization and before the member: who approves it, or an admin who denies their own, has its lock
/// when they come to the member's.
#[tracing::instrument(name = "db.request.lock_of_member", skip_all, fields(%member))]
pub(super) async fn lock_pending_request(
    transaction: &mut PgConnection,
    viewer: &Viewer,
    member: MemberId,
) -> Result<(), StoreError> {
    sqlx::query!(
        "select from organization where id = $1 for no key update",
        viewer.organization.0,
    )
    .execute(&mut *transaction)
    .await?;
    sqlx::query!(
        "select from assignment_request
          where organization_id = $1 and member_id = $2 and state = 'pending'
            for update",
        viewer.organization.0,
        member.0,
    )
    .execute(transaction)
    .await?;
    Ok(())
}

/// Denies it, in the name of who suspends: they could be given nothing by it. Those who decide are notified.
#[tracing::instrument(name = "db.request.deny_of_member", skip_all, fields(%member))]
pub(super) async fn deny_pending_request(
    transaction: &mut PgConnection,
    store: &Store,
    viewer: &Viewer,
    member: MemberId,
) -> Result<(), StoreError> {
    let denied = sqlx::query!(
        "update assignment_request
            set state = 'denied', decided_by = $3, decided_at = coalesce($4, statement_timestamp())
          where organization_id = $1 and member_id = $2 and state = 'pending'",
        viewer.organization.0,
        member.0,
        viewer.member.0,
        store.clock.pinned(),
    )
    .execute(&mut *transaction)
    .await?;
    if denied.rows_affected() > 0 {
        let change = Change::new(AuditAction::RequestDenied, AuditSubject::Member(member));
        audit::record(&mut *transaction, &store.clock, viewer.actor(), change).await?;
        notify::requests_changed(transaction, viewer.organization, member).await?;
    }
    Ok(())
}
