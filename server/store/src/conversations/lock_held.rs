//! The lock on a conversation for what its holder does to it from their page, apart from sending.

use super::held_before::HELD_BEFORE;
use crate::StoreError;
use app::domain::{ConversationId, Viewer};
use app::error::AppError;
use const_format::formatcp;

/// `$1` organization, `$2` conversation, `$3` the texter, `$4` the epoch that the page knows. The member is locked as
/// their sends lock them, so that a suspension comes before or after.
pub(crate) const LOCK_HELD: &str = formatcp!(
    "select cv.campaign_id, cv.status::text, cv.opted_out, m.role <> 'suspended' as may_text,
            cv.assigned_to is not distinct from $3 and cv.lease_epoch = $4 as holds
       from conversation cv
       join member m on m.organization_id = cv.organization_id and m.id = $3
      where cv.organization_id = $1 and cv.id = $2
        and (cv.assigned_to = $3 or {HELD_BEFORE})
        for update of cv for key share of m"
);

/// The conversation under the lock.
#[derive(sqlx::FromRow)]
pub(super) struct LockedHeld {
    pub campaign_id: i64,
    pub status: String,
    pub opted_out: bool,
    may_text: bool,
    /// The texter holds it, and the page is up to date.
    holds: bool,
}

/// Locks the row for its holder, if the page knows the latest change of hands. A statement of its own, so that what is
/// read after it is what it was waited for.
#[tracing::instrument(name = "db.conversation.lock_held", skip_all, fields(%id))]
pub(super) async fn lock_held(
    transaction: &mut sqlx::PgConnection,
    viewer: &Viewer,
    id: ConversationId,
    page_epoch: i32,
) -> Result<LockedHeld, StoreError> {
    let locked: LockedHeld = sqlx::query_as(LOCK_HELD)
        .bind(viewer.organization.0)
        .bind(id.0)
        .bind(viewer.member.0)
        .bind(page_epoch)
        .fetch_optional(&mut *transaction)
        .await?
        .ok_or(AppError::NotFound)?;
    if !locked.may_text {
        Err(AppError::NotAllowed.into())
    } else if !locked.holds {
        Err(AppError::ChangedHands.into())
    } else {
        Ok(locked)
    }
}
