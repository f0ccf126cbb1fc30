//! The lock that a change of a member's role waits for.

use crate::StoreError;
use app::domain::{MemberId, OrganizationId};
use sqlx::PgConnection;

/// Locks a member who is not suspended so weakly that only a change of their role waits for it, until the transaction
/// ends. What a row that refers to them takes by itself, before it is written.
#[tracing::instrument(name = "db.member.lock_weakly", skip_all, fields(%member))]
pub(super) async fn lock_member(
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
    .await?;
    Ok(())
}
