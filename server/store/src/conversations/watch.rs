//! What changes about a conversation while its texter looks at it.

use super::held_before::HELD_BEFORE;
use super::holding::{HOLDER, RELEASED_FROM, holding};
use super::hours::{HOURS_CHANGE_IN, hours_refresh_in};
use super::loss_reason::loss_reason;
use super::release_in::RELEASE_IN;
use super::shown::{PAGE_VERSION, THREAD_VERSION};
use crate::rules::JUDGED_TABLES;
use crate::{Store, StoreError};
use app::domain::{Age, ConversationId, Holding, Role, Viewer, Watch};
use app::error::AppError;
use const_format::formatcp;

/// `$1` organization, `$2` clock, `$3` the viewer, `$4` conversation, `$5` whether they may see any.
pub(crate) const WATCH: &str = formatcp!(
    "select cv.assigned_to, {HOLDER} as holder, {RELEASED_FROM} as released_from, cv.opted_out,
            {RELEASE_IN} as release_in,
            {HOURS_CHANGE_IN} as hours_change_in, {PAGE_VERSION} as version
       from {JUDGED_TABLES}
      {THREAD_VERSION}
      where cv.organization_id = $1 and cv.id = $4
        and ($5 or cv.assigned_to = $3 or {HELD_BEFORE})"
);

#[derive(sqlx::FromRow)]
struct Row {
    assigned_to: Option<i64>,
    holder: Option<String>,
    released_from: Option<i64>,
    opted_out: bool,
    release_in: Option<i64>,
    hours_change_in: Option<i64>,
    version: i64,
}

/// In whose hands it is, how long it stays there, and whether its page is out of date.
#[tracing::instrument(name = "db.conversation.watch", skip_all, fields(%id))]
pub(super) async fn watch(
    store: &Store,
    viewer: &Viewer,
    id: ConversationId,
) -> Result<Watch, StoreError> {
    let row: Row = sqlx::query_as(WATCH)
        .bind(viewer.organization.0)
        .bind(store.clock.pinned())
        .bind(viewer.member.0)
        .bind(id.0)
        .bind(viewer.role >= Role::Admin)
        .fetch_optional(&store.pool)
        .await?
        .ok_or(AppError::NotFound)?;
    let holding = holding(viewer, row.assigned_to, row.released_from);
    Ok(Watch {
        holding,
        why: match holding {
            Holding::Mine => None,
            Holding::Released | Holding::Elsewhere => loss_reason(store, viewer, id).await?,
        },
        holder: row.holder,
        release_in: row.release_in.map(Age::from_seconds),
        opted_out: row.opted_out,
        hours_refresh_in: hours_refresh_in(row.hours_change_in, id.0),
        thread: row.version,
    })
}
