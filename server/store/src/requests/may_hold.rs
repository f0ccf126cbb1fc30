//! Whether a member may hold conversations, for as long as the transaction is open.

use crate::StoreError;
use app::domain::{MemberId, OrganizationId};
use app::error::AppError;
use sqlx::PgConnection;

/// Locks the member so weakly that only a change of their role waits for it: who is suspended is handed out nothing, at
/// whatever moment.
///
/// # Errors
/// They are suspended, or no member.
#[tracing::instrument(name = "db.member.may_hold", skip_all, fields(%member))]
pub(super) async fn may_hold(
    tx: &mut PgConnection,
    organization: OrganizationId,
    member: MemberId,
) -> Result<(), StoreError> {
    sqlx::query!(
        "select from member
          where organization_id = $1 and id = $2 and role <> 'suspended'
            for key share",
        organization.0,
        member.0,
    )
    .fetch_optional(tx)
    .await?
    .ok_or(AppError::NotAllowed)?;
    Ok(())
}
