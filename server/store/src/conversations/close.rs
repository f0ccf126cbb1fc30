//! The close of a conversation by hand: it is handled without an answer.

use super::lock_held::lock_held;
use super::thread::MAX_MESSAGES;
use crate::{Store, StoreError, stored_word};
use app::domain::{CampaignId, ConversationId, ConversationStatus, ShownThread, Viewer};
use app::error::AppError;
use sentences::page;

/// Closes it, if its page shows all that was said. The contact's wait ends with it, so that what they write next is a
/// reply of that moment; `closed_wait` keeps it for [`super::reopen`]. Closing what is closed already is a second press,
/// and changes nothing.
#[tracing::instrument(name = "db.conversation.close", skip_all, fields(%id))]
pub(super) async fn close(
    store: &Store,
    viewer: &Viewer,
    id: ConversationId,
    shown: ShownThread,
) -> Result<(), StoreError> {
    let mut transaction = store.begin().await?;
    let locked = lock_held(&mut transaction, viewer, id, shown.lease_epoch).await?;
    let status: ConversationStatus = stored_word(&locked.status)?;
    if status == ConversationStatus::Closed {
        return Ok(());
    }
    if locked.opted_out {
        return Err(AppError::OptedOut.into());
    }
    let invalid = |sentence: &str| AppError::Invalid(sentence.to_owned());
    let Ok(closed) = status.closed() else {
        return Err(invalid(page::send_before_you_close()).into());
    };
    if !shows_all(&mut transaction, viewer, id, shown).await? {
        return Err(invalid(page::read_before_you_close()).into());
    }
    let done = sqlx::query!(
        "update conversation
            set status = $5::text::conversation_status,
                waiting_since = null,
                closed_wait = waiting_since,
                held_since = coalesce($6, statement_timestamp())
          where organization_id = $1 and id = $2 and assigned_to = $3 and lease_epoch = $4 and not opted_out",
        viewer.organization.0,
        id.0,
        viewer.member.0,
        shown.lease_epoch,
        closed.as_str(),
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

/// Whether the page shows the thread as it is: nobody who has written meanwhile is closed unread. The count finds what a
/// move brought into the thread, whose ids are older than those beside it.
#[tracing::instrument(name = "db.conversation.shows_all", skip_all, fields(%id))]
async fn shows_all(
    transaction: &mut sqlx::PgConnection,
    viewer: &Viewer,
    id: ConversationId,
    shown: ShownThread,
) -> Result<bool, StoreError> {
    let thread = sqlx::query!(
        r#"select count(*) as "messages!", max(shown.id) as "last?"
           from (select m.id
                   from message m
                  where m.organization_id = $1 and m.conversation_id = $2
                  order by m.id desc
                  limit $3) shown"#,
        viewer.organization.0,
        id.0,
        MAX_MESSAGES,
    )
    .fetch_one(&mut *transaction)
    .await?;
    let last = shown.last_message.map(|message| message.0);
    Ok(thread.messages == i64::from(shown.messages) && thread.last == last)
}
