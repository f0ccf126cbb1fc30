//! What changes about a conversation while its texter looks at it.

use super::held_before::HELD_BEFORE;
use super::holding::holding;
use super::loss_reason::loss_reason;
use super::release_in::RELEASE_IN;
use super::thread::MAX_MESSAGES;
use crate::rules::JUDGED_TABLES;
use crate::{Store, StoreError};
use app::domain::{Age, ConversationId, Holding, Role, Viewer, Watch, thread_version};
use app::error::AppError;
use const_format::formatcp;

/// `$1` organization, `$2` clock, `$3` the viewer, `$4` conversation, `$5` whether they may see any. The ranks are those of
/// `app/src/domain/delivery.rs`; the last messages are a range of `message_thread`.
pub(crate) const WATCH: &str = formatcp!(
    "select cv.assigned_to, cv.released_from, cv.opted_out, cv.status = 'closed' as is_closed, {RELEASE_IN} as release_in,
            thread.last_id, thread.ranks
       from {JUDGED_TABLES}
      cross join lateral (select coalesce(max(last.id), 0) as last_id, coalesce(sum(last.rank), 0)::bigint as ranks
                            from (select m.id,
                                         case when o.state = 'failed' then 3 when o.delivered then 2
                                              when o.state = 'sent' then 1 else 0 end as rank
                                    from message m
                                    left join outbox o on o.organization_id = m.organization_id and o.message_id = m.id
                                   where m.organization_id = cv.organization_id and m.conversation_id = cv.id
                                   order by m.id desc
                                   limit {MAX_MESSAGES}) last) thread
      where cv.organization_id = $1 and cv.id = $4
        and ($5 or cv.assigned_to = $3 or {HELD_BEFORE})"
);

#[derive(sqlx::FromRow)]
struct Row {
    assigned_to: Option<i64>,
    released_from: Option<i64>,
    opted_out: bool,
    is_closed: bool,
    release_in: Option<i64>,
    last_id: i64,
    ranks: i64,
}

/// In whose hands it is, and how long it stays there.
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
        release_in: row.release_in.map(Age::from_seconds),
        opted_out: row.opted_out,
        thread: thread_version(row.last_id, row.ranks, row.is_closed),
    })
}
