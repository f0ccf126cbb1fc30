//! A conversation, opened by a reviewer.

use super::super::open::open;
use crate::{Store, StoreError};
use app::domain::{ConversationId, Holding, Viewer};
use app::ports::ReviewedConversation;

/// All of it, and who holds it.
#[tracing::instrument(name = "db.message_review.thread", skip_all, fields(%id))]
pub(super) async fn thread(
    store: &Store,
    viewer: &Viewer,
    id: ConversationId,
) -> Result<ReviewedConversation, StoreError> {
    let mut view = open(store, viewer, id, &[], true).await?;
    // A reviewer takes nothing back: they name the epoch that the row has.
    view.lease_epoch += i32::from(view.holding == Holding::Released);
    let holder = sqlx::query_scalar!(
        "select a.name
           from conversation cv
           join member m on m.organization_id = cv.organization_id and m.id = cv.assigned_to
           join account a on a.id = m.account_id
          where cv.organization_id = $1 and cv.id = $2",
        viewer.organization.0,
        id.0,
    );
    Ok(ReviewedConversation {
        view,
        holder: holder.fetch_optional(&store.pool).await?,
    })
}
