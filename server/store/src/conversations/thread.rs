//! The messages of a conversation.

use crate::media::of_messages;
use crate::{Store, StoreError};
use app::domain::{
    ConversationId, Delivery, DeliveryFailure, Direction, MessageId, MessageMark, MessageView,
    OrganizationId,
};
use chrono::{DateTime, Utc};
use sentences::page;
use server_message::{may_want_to_opt_out, without_attachment_lines};
use std::collections::HashMap;

/// A thread longer than this shows its end, and is read on in parts of as many.
pub(super) const MAX_MESSAGES: i64 = 200;

/// A part of a thread.
#[derive(Default)]
pub(super) struct Part {
    /// Its messages, oldest first.
    pub messages: Vec<MessageView>,
    /// Whether others came before them.
    pub has_earlier: bool,
}

struct Row {
    id: i64,
    outbound: bool,
    body: String,
    created_at: DateTime<Utc>,
    sent_by: Option<String>,
    state: Option<String>,
    delivered: bool,
    failure_code: Option<i32>,
    last_error: Option<String>,
    erased: bool,
    lifts_opt_out: bool,
}

impl Row {
    /// Whether a line of it stands for something that came along.
    fn may_have_media(&self) -> bool {
        !self.outbound && self.body.ends_with(']')
    }

    /// Judged when it is read: that takes microseconds a message, and a better rule marks older messages too.
    fn mark(&self) -> Option<MessageMark> {
        if self.lifts_opt_out {
            Some(MessageMark::LiftsOptOut)
        } else if !self.outbound && may_want_to_opt_out(&self.body) {
            Some(MessageMark::MayWantToOptOut)
        } else {
            None
        }
    }

    fn delivery(&self) -> Option<Delivery> {
        Some(match self.state.as_deref()? {
            "failed" => Delivery::Failed(DeliveryFailure::kept(
                self.failure_code,
                self.last_error.clone(),
            )),
            "sent" if self.delivered => Delivery::Delivered,
            "sent" => Delivery::Sent,
            // Waiting, being sent, or held by a pause.
            _ => Delivery::Queued,
        })
    }
}

/// The last messages, oldest first; with `until` none that came after that message.
#[tracing::instrument(name = "db.conversation.thread", skip_all, fields(%id))]
pub(super) async fn thread(
    store: &Store,
    organization: OrganizationId,
    id: ConversationId,
    until: Option<i64>,
) -> Result<Part, StoreError> {
    let mut rows: Vec<Row> = sqlx::query_as!(
        Row,
        r#"select m.id, m.direction = 'outbound' as "outbound!", m.body, m.created_at, a.name as "sent_by?",
                o.state::text as "state?", coalesce(o.delivered, false) as "delivered!", o.failure_code as "failure_code?",
                o.last_error as "last_error?", m.erased,
                m.id = any(lifted.by_messages) as "lifts_opt_out!"
           from message m
          cross join (select coalesce(array_agg(l.message_id), '{}') as by_messages
                        from contact c
                        join opt_out_lift l on l.organization_id = c.organization_id and l.cell = c.cell
                       where c.organization_id = $1 and c.id = $2 and l.message_id is not null) lifted
           left join member s on s.organization_id = m.organization_id and s.id = m.sent_by
           left join account a on a.id = s.account_id
           left join outbox o on o.organization_id = m.organization_id and o.message_id = m.id
          where m.organization_id = $1 and m.conversation_id = $2
            and ($4::bigint is null or m.id <= $4)
          order by m.id desc
          limit $3"#,
        organization.0,
        id.0,
        // One more than is shown tells whether there are others.
        MAX_MESSAGES + 1,
        until,
    )
    .fetch_all(&store.pool)
    .await?;
    let has_earlier = rows.len() > MAX_MESSAGES as usize;
    rows.truncate(MAX_MESSAGES as usize);
    // Most threads have none, and ask for none.
    let inbound = rows.iter().filter(|row| row.may_have_media());
    let inbound: Vec<i64> = inbound.map(|row| row.id).collect();
    let mut media = if inbound.is_empty() {
        HashMap::new()
    } else {
        of_messages(store, organization, &inbound).await?
    };
    let messages = rows
        .into_iter()
        .rev()
        .map(|row| (media.remove(&row.id).unwrap_or_default(), row))
        .map(|(media, row)| MessageView {
            mark: row.mark(),
            delivery: row.delivery(),
            id: MessageId(row.id),
            direction: if row.outbound {
                Direction::Outbound
            } else {
                Direction::Inbound
            },
            body: if row.erased {
                page::message_was_erased().to_owned()
            } else {
                without_attachment_lines(&row.body, media.len()).to_owned()
            },
            media,
            sent_at: row.created_at,
            sent_by: row.sent_by,
        })
        .collect();
    Ok(Part {
        messages,
        has_earlier,
    })
}
