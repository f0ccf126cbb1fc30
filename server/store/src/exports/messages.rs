//! The messages of some conversations.

use crate::{Store, StoreError};
use app::domain::Admin;
use chrono::{DateTime, Utc};

/// A text, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportedMessage {
    /// Its number.
    pub id: i64,
    /// The conversation that it is in, and so its contact.
    pub conversation_id: i64,
    /// The contact's number, in E.164.
    pub cell: String,
    /// May be empty.
    pub first_name: String,
    /// May be empty.
    pub last_name: String,
    /// When it was written, or came in.
    pub at: DateTime<Utc>,
    /// Whether it went to the contact.
    pub outbound: bool,
    /// Who wrote it, if a member did.
    pub sent_by: Option<String>,
    /// The organization's number.
    pub own_number: String,
    /// What was written; empty where it was erased.
    pub body: String,
    /// Whether its words were erased.
    pub erased: bool,
    /// The word of its state in the outbox, or `delivered`; what came in has none.
    pub state: Option<String>,
    /// The code of the reason why it failed.
    pub failure_code: Option<i32>,
    /// What was said at the last attempt that failed.
    pub error: Option<String>,
}

/// A message's place in the export: its conversation, and its number.
pub type MessageKey = (i64, i64);

/// So many messages of these conversations at most, thread by thread, after a key.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.export.messages", skip_all)]
pub async fn messages(
    store: &Store,
    admin: &Admin,
    conversations: &[i64],
    after: MessageKey,
    limit: u16,
) -> Result<Vec<ExportedMessage>, StoreError> {
    // Each thread is a range of `message_thread`.
    Ok(sqlx::query_as!(
        ExportedMessage,
        r#"select m.id, m.conversation_id, co.cell, co.first_name, co.last_name, m.created_at as at,
                  m.direction = 'outbound' as "outbound!", a.name as "sent_by?", m.own_number, m.body, m.erased,
                  case when o.state = 'sent' and o.delivered then 'delivered'
                       when o.state = 'paced' then 'queued'
                       else o.state::text end as "state?",
                  o.failure_code as "failure_code?", o.last_error as "error?"
             from message m
             join contact co on co.organization_id = m.organization_id and co.id = m.conversation_id
             left join outbox o on o.organization_id = m.organization_id and o.message_id = m.id
             left join member s on s.organization_id = m.organization_id and s.id = m.sent_by
             left join account a on a.id = s.account_id
            where m.organization_id = $1
              and m.conversation_id = any($2)
              and (m.conversation_id, m.id) > ($3, $4)
            order by m.conversation_id, m.id
            limit $5"#,
        admin.organization.0,
        conversations,
        after.0,
        after.1,
        i64::from(limit),
    )
    .fetch_all(&store.pool)
    .await?)
}
