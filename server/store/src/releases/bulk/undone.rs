//! The bulk action that an undo takes back.

use crate::StoreError;
use crate::releases::lease::Lease;
use app::domain::{BulkActionId, BulkChange, MemberId, ReleaseId, TagId};
use sqlx::PgConnection;

/// What an undo of a bulk action takes back.
#[derive(Debug, Clone, Copy)]
pub(in crate::releases) struct BulkUndo {
    /// The lease on the undo's own row in the history.
    pub lease: Lease,
    /// The release that it takes back.
    pub undoes: ReleaseId,
    pub action: BulkActionId,
    pub change: BulkChange,
    /// Who undoes it.
    pub actor: Option<MemberId>,
}

/// The bulk action of an undo.
#[tracing::instrument(name = "db.bulk_action.undone", skip_all)]
pub(in crate::releases) async fn undone(
    connection: &mut PgConnection,
    lease: Lease,
    undoes: ReleaseId,
    actor: Option<MemberId>,
) -> Result<BulkUndo, StoreError> {
    let row = sqlx::query!(
        "select b.id, b.change, b.member_id, b.tag_id
           from release r
           join bulk_action b on b.organization_id = r.organization_id and b.id = r.bulk_action_id
          where r.organization_id = $1 and r.id = $2",
        lease.organization.0,
        undoes.0,
    )
    .fetch_optional(connection)
    .await?
    .ok_or_else(|| StoreError::Corrupt(format!("release {undoes}: no bulk action")))?;
    let (member, tag) = (row.member_id.map(MemberId), row.tag_id.map(TagId));
    let change = BulkChange::of(&row.change, member, tag)
        .map_err(|error| StoreError::Corrupt(format!("bulk action {}: {error}", row.id)))?;
    Ok(BulkUndo {
        lease,
        undoes,
        action: BulkActionId(row.id),
        change,
        actor,
    })
}
