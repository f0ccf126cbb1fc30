//! What only some may be given: what carries escalation tags.

use super::{PoolWaiting, escalated_by_pool};
use crate::rules::ByKind;
use crate::{Store, StoreError};
use app::domain::Viewer;

pub(crate) const ESCALATED: ByKind = escalated_by_pool!(
    "select tt.tag_id
       from team_member tm
       join team_tag tt on tt.organization_id = tm.organization_id and tt.team_id = tm.team_id
      where tm.organization_id = $1 and tm.member_id = $3"
);

/// Of each pool, how much with escalation tags this texter could be given now, and how long the oldest
/// reply of it has been waiting. Nothing for who holds no tags.
#[tracing::instrument(name = "db.pool.escalated", skip_all)]
pub(super) async fn escalated(
    store: &Store,
    viewer: &Viewer,
) -> Result<Vec<PoolWaiting>, StoreError> {
    let mut found = Vec::new();
    for statement in [ESCALATED.replies, ESCALATED.initials] {
        let rows: Vec<PoolWaiting> = sqlx::query_as(statement)
            .bind(viewer.organization.0)
            .bind(store.clock.pinned())
            .bind(viewer.member.0)
            .fetch_all(&store.pool)
            .await?;
        found.extend(rows);
    }
    Ok(found)
}
