//! The end of a close: the conversation is again what it was before.

use super::lock_held::lock_held;
use crate::{Store, StoreError, stored_word};
use app::domain::{CampaignId, ConversationId, ConversationStatus, Viewer};
use app::error::AppError;

/// Reopens it. Whoever waited when it was closed waits since then, and the holder's clock starts anew. What is open
/// already, because the contact wrote or the button was pressed twice, is left as it is.
#[tracing::instrument(name = "db.conversation.reopen", skip_all, fields(%id))]
pub(super) async fn reopen(
    store: &Store,
    viewer: &Viewer,
    id: ConversationId,
    page_epoch: i32,
) -> Result<(), StoreError> {
    let mut transaction = store.begin().await?;
    let locked = lock_held(&mut transaction, viewer, id, page_epoch).await?;
    if locked.opted_out {
        return Err(AppError::OptedOut.into());
    }
    let status: ConversationStatus = stored_word(&locked.status)?;
    if status != ConversationStatus::Closed {
        return Ok(());
    }
    // A wait that is kept, because an opt-out closed the conversation and was lifted, is the one that goes on.
    let thread = sqlx::query!(
        r#"select coalesce(cv.waiting_since, cv.closed_wait) as "waiting_since?",
                  exists (select from message m
                           where m.organization_id = $1 and m.conversation_id = $2
                             and m.direction = 'inbound') as "heard!",
                  exists (select from message m
                           where m.organization_id = $1 and m.conversation_id = $2) as "texted!"
           from conversation cv
          where cv.organization_id = $1 and cv.id = $2"#,
        viewer.organization.0,
        id.0,
    )
    .fetch_one(&mut *transaction)
    .await?;
    let reopened = match thread.waiting_since {
        Some(_) => ConversationStatus::NeedsResponse,
        None if thread.heard => ConversationStatus::Convo,
        None if thread.texted => ConversationStatus::Messaged,
        None => ConversationStatus::NeedsMessage,
    };
    let done = sqlx::query!(
        "update conversation
            set status = $5::text::conversation_status,
                waiting_since = $6,
                closed_wait = null,
                held_since = coalesce($7, statement_timestamp())
          where organization_id = $1 and id = $2 and assigned_to = $3 and lease_epoch = $4
            and status = 'closed' and not opted_out",
        viewer.organization.0,
        id.0,
        viewer.member.0,
        page_epoch,
        reopened.as_str(),
        thread.waiting_since,
        store.clock.pinned(),
    )
    .execute(&mut *transaction)
    .await?;
    if done.rows_affected() != 1 {
        return Err(AppError::ChangedHands.into());
    }
    transaction.commit().await?;
    let campaign = CampaignId(locked.campaign_id);
    store
        .notifier
        .changed(viewer.organization, [campaign], [viewer.member]);
    Ok(())
}
