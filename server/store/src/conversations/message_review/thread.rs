//! A conversation, opened by a reviewer.

use super::super::open::open;
use crate::rules::ESCALATED_ELSEWHERE;
use crate::{Store, StoreError};
use app::domain::{ConversationId, Holding, Viewer};
use app::error::AppError;
use app::ports::ReviewedConversation;
use const_format::formatcp;

/// `$1` organization, `$2` conversation, `$3` the reviewer.
pub(crate) const HOLDER: &str = formatcp!(
    "select a.name as holder, cv.assigned_to is not distinct from $3 or not {ESCALATED_ELSEWHERE} as may_keep
       from conversation cv
       left join member m on m.organization_id = cv.organization_id and m.id = cv.assigned_to
       left join account a on a.id = m.account_id
      where cv.organization_id = $1 and cv.id = $2"
);

#[derive(sqlx::FromRow)]
struct Row {
    holder: Option<String>,
    may_keep: bool,
}

/// All of it, who holds it, and whether the reviewer may.
#[tracing::instrument(name = "db.message_review.thread", skip_all, fields(%id))]
pub(super) async fn thread(
    store: &Store,
    viewer: &Viewer,
    id: ConversationId,
) -> Result<ReviewedConversation, StoreError> {
    let mut view = open(store, viewer, id, &[], true).await?;
    // A reviewer takes nothing back: they name the epoch that the row has.
    view.lease_epoch += i32::from(view.holding == Holding::Released);
    let Row { holder, may_keep } = sqlx::query_as(HOLDER)
        .bind(viewer.organization.0)
        .bind(id.0)
        .bind(viewer.member.0)
        .fetch_optional(&store.pool)
        .await?
        .ok_or(AppError::NotFound)?;
    Ok(ReviewedConversation {
        view,
        holder,
        may_keep,
    })
}
