use super::claim::Claimed;
use super::mark_sent::Mark;
use crate::opt_outs::{self, Source};
use crate::{Store, StoreError, notify};
use app::domain::{ConversationId, FailureCode, MemberId};

/// Gives a text up, and says why: by a code, if there is one, and in words. If it is because the contact opted out with the
/// carrier, that is recorded along with it, for every campaign of the organization.
///
/// # Errors
/// The database; neither is written then.
#[tracing::instrument(name = "db.outbox.fail", skip_all, fields(message = %claimed.message))]
pub async fn fail(
    store: &Store,
    claimed: &Claimed,
    code: Option<FailureCode>,
    reason: &str,
) -> Result<Mark, StoreError> {
    let mut tx = store.begin().await?;
    // First, because it locks the conversations: a stop word locks them, and then texts that wait.
    if code == Some(FailureCode::OPTED_OUT) {
        let to = &claimed.text.to;
        let affected = opt_outs::record(
            &mut tx,
            &store.clock,
            claimed.organization,
            to,
            Source::Carrier,
        )
        .await?;
        notify::changed(
            &mut *tx,
            claimed.organization,
            affected.campaigns,
            affected.members,
        )
        .await?;
    }
    let failed = sqlx::query!(
        "update outbox x
         set state = 'failed', last_error = $4, failure_code = $5
         from message m
         join conversation cv on cv.organization_id = m.organization_id and cv.id = m.conversation_id
         where x.organization_id = $1 and x.message_id = $2
           and x.state = 'sending' and x.attempts = $3
           and m.organization_id = x.organization_id and m.id = x.message_id
         returning cv.id, coalesce(cv.assigned_to, cv.released_from, m.sent_by) as reader",
        claimed.organization.0,
        claimed.message.0,
        claimed.attempt,
        reason,
        code.map(|code| code.0),
    )
    .fetch_optional(&mut *tx)
    .await?;
    tx.commit().await?;
    let Some(text) = failed else {
        return Ok(Mark::Superseded);
    };
    if let Some(reader) = text.reader {
        let about = (MemberId(reader), ConversationId(text.id));
        store
            .notifier
            .delivery_reported(claimed.organization, about);
    }
    Ok(Mark::Done)
}
