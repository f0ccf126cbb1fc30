//! The messages of a conversation.

use crate::{Store, StoreError};
use app::domain::{ConversationId, Direction, MessageId, MessageView, OrganizationId};
use chrono::{DateTime, Utc};
use sentences::page;

/// A thread longer than this shows its end.
const MAX_MESSAGES: i64 = 200;

struct Row {
    id: i64,
    outbound: bool,
    body: String,
    created_at: DateTime<Utc>,
    sent_by: Option<String>,
    failed: bool,
    erased: bool,
}

/// The last messages, oldest first; with `until` none that came after that message.
#[tracing::instrument(name = "db.conversation.thread", skip_all, fields(%id))]
pub(super) async fn thread(
    store: &Store,
    organization: OrganizationId,
    id: ConversationId,
    until: Option<i64>,
) -> Result<Vec<MessageView>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as!(
        Row,
        r#"select m.id, m.direction = 'outbound' as "outbound!", m.body, m.created_at, a.name as "sent_by?",
                coalesce(o.state = 'failed', false) as "failed!", m.erased
           from message m
           left join member s on s.organization_id = m.organization_id and s.id = m.sent_by
           left join account a on a.id = s.account_id
           left join outbox o on o.organization_id = m.organization_id and o.message_id = m.id
          where m.organization_id = $1 and m.conversation_id = $2
            and ($4::bigint is null or m.id <= $4)
          order by m.id desc
          limit $3"#,
        organization.0,
        id.0,
        MAX_MESSAGES,
        until,
    )
    .fetch_all(&store.pool)
    .await?;
    Ok(rows
        .into_iter()
        .rev()
        .map(|row| MessageView {
            id: MessageId(row.id),
            direction: if row.outbound {
                Direction::Outbound
            } else {
                Direction::Inbound
            },
            body: if row.erased {
                page::message_was_erased().to_owned()
            } else {
                row.body
            },
            sent_at: row.created_at,
            sent_by: row.sent_by,
            failed: row.failed,
        })
        .collect())
}
