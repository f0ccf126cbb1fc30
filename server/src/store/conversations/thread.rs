//! The messages of a conversation.

use crate::store::{Store, StoreError};
use app::domain::{ConversationId, Direction, MessageId, MessageView, OrganizationId};
use chrono::{DateTime, Utc};

/// A thread longer than this shows its end.
const MOST: i64 = 200;

/// The last messages, oldest first.
pub(super) async fn thread(
    store: &Store,
    organization: OrganizationId,
    id: ConversationId,
) -> Result<Vec<MessageView>, StoreError> {
    let rows: Vec<(i64, bool, String, DateTime<Utc>, Option<String>, bool)> = sqlx::query_as(
        "select m.id, m.direction = 'outbound', m.body, m.created_at, a.name,
                coalesce(o.state = 'failed', false)
           from message m
           left join member s on s.organization_id = m.organization_id and s.id = m.sent_by
           left join account a on a.id = s.account_id
           left join outbox o on o.organization_id = m.organization_id and o.message_id = m.id
          where m.organization_id = $1 and m.conversation_id = $2
          order by m.id desc
          limit $3",
    )
    .bind(organization.0)
    .bind(id.0)
    .bind(MOST)
    .fetch_all(&store.pool)
    .await?;
    Ok(rows
        .into_iter()
        .rev()
        .map(|(id, outbound, body, sent_at, sent_by, failed)| MessageView {
            id: MessageId(id),
            direction: if outbound { Direction::Outbound } else { Direction::Inbound },
            body,
            sent_at,
            sent_by,
            failed,
        })
        .collect())
}
