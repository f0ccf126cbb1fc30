//! Notifications that somebody may do something else than before, or has signed out: what is open in their
//! browsers is looked at anew. On a channel of its own, because nobody's counts change with it.

use app::domain::{MemberId, OrganizationId};
use serde::{Deserialize, Serialize};
use sqlx::PgExecutor;

/// The channel. A trigger on `member` writes to it too, so that it does not matter who changes a role.
pub const ACCESS: &str = "baton_access";

/// A payload of [`ACCESS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessChange {
    /// The member's organization.
    pub organization: OrganizationId,
    /// Whose role changed, or one of whose sessions ended.
    pub member: MemberId,
}

/// Notifies that a session of this member ended. Sent when the transaction commits.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.access.notify", skip_all, fields(%member))]
pub async fn changed(
    executor: impl PgExecutor<'_>,
    organization: OrganizationId,
    member: MemberId,
) -> Result<(), sqlx::Error> {
    let change = AccessChange {
        organization,
        member,
    };
    sqlx::query!(
        "select pg_notify($1, $2)",
        ACCESS,
        serde_json::to_string(&change).map_err(|e| sqlx::Error::Encode(Box::new(e)))?,
    )
    .execute(executor)
    .await?;
    Ok(())
}
