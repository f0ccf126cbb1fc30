//! A reply that nobody can answer, marked as done.

use crate::audit::{self, Change};
use crate::{Store, StoreError, notify};
use app::domain::{
    AuditAction, AuditSubject, CampaignId, ConversationId, MemberId, MessageId, Viewer,
};
use app::error::AppError;
use sentences::page;

/// Closes it, if nobody has written since the text that the list showed. What its contact writes next is listed again. One
/// that waits no more, because it was marked before or the button was pressed twice, is left as it is.
#[tracing::instrument(name = "db.conversation.mark_done", skip_all, fields(%id))]
pub(super) async fn mark_done(
    store: &Store,
    viewer: &Viewer,
    id: ConversationId,
    last_message: Option<MessageId>,
) -> Result<(), StoreError> {
    let mut transaction = store.begin().await?;
    // A statement of its own, so that what is read after it is what it was waited for.
    let locked = sqlx::query!(
        r#"select cv.campaign_id, cv.assigned_to, cv.status = 'needs_response' as "waits!",
                  cv.opted_out or ca.archived_at is not null as "nobody_can_answer!"
             from conversation cv
             join campaign ca on ca.organization_id = cv.organization_id and ca.id = cv.campaign_id
            where cv.organization_id = $1 and cv.id = $2
              for update of cv"#,
        viewer.organization.0,
        id.0,
    )
    .fetch_optional(&mut *transaction)
    .await?
    .ok_or(AppError::NotFound)?;
    if !locked.waits {
        return Ok(());
    }
    let refused = |sentence: &str| AppError::Invalid(sentence.to_owned());
    if !locked.nobody_can_answer {
        return Err(refused(page::somebody_can_answer()).into());
    }
    // As a close by hand, but for the clock of a texter who sees nothing of it. Whatever it was escalated for is looked at.
    let done = sqlx::query!(
        "update conversation cv
            set status = 'closed',
                waiting_since = null,
                closed_wait = cv.waiting_since,
                escalated_by = case when cv.assigned_to is null then null else cv.escalated_by end
          where cv.organization_id = $1 and cv.id = $2 and cv.status = 'needs_response'
            and not exists (select from message m
                             where m.organization_id = $1 and m.conversation_id = $2
                               and m.id > coalesce($3::bigint, 0))",
        viewer.organization.0,
        id.0,
        last_message.map(|message| message.0),
    )
    .execute(&mut *transaction)
    .await?;
    if done.rows_affected() != 1 {
        return Err(refused(page::read_before_it_is_done()).into());
    }
    let change = Change::new(AuditAction::ReplyMarkedDone, AuditSubject::Conversation(id));
    audit::record(&mut transaction, &store.clock, viewer.actor(), change).await?;
    notify::changed(
        &mut *transaction,
        viewer.organization,
        [CampaignId(locked.campaign_id)],
        locked.assigned_to.map(MemberId),
    )
    .await?;
    transaction.commit().await?;
    Ok(())
}
