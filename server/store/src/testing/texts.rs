//! Texts going out and coming in, and what the database says of them.

use super::{World, noon};
use crate::messages::{Received, receive};
use app::domain::{ConversationId, MessageId, UnmatchedId};
use chrono::{DateTime, TimeDelta, Utc};
use server_message::{InboundText, ServiceKind, ServiceSid};
use std::sync::atomic::{AtomicU32, Ordering};

static NEXT_SID: AtomicU32 = AtomicU32::new(1);

/// A moment before [`noon`].
pub fn ago(minutes: i64) -> DateTime<Utc> {
    noon() - TimeDelta::minutes(minutes)
}

/// A conversation as the tests look at it.
#[derive(Debug, PartialEq, sqlx::FromRow)]
pub struct Row {
    /// `conversation.status`.
    pub status: String,
    /// Since when the contact waits for an answer.
    pub waiting_since: Option<DateTime<Utc>>,
    /// Who holds it.
    pub assigned_to: Option<i64>,
    /// Since when.
    pub held_since: Option<DateTime<Utc>>,
    /// How often it changed hands.
    pub lease_epoch: i32,
    /// Whether its contact said stop.
    pub opted_out: bool,
}

/// A row of the outbox as the tests look at it.
#[derive(Debug, PartialEq, sqlx::FromRow)]
pub struct OutboxRow {
    /// `outbox.state`.
    pub state: String,
    /// How often it was claimed.
    pub attempts: i16,
    /// When it is due.
    pub next_attempt_at: DateTime<Utc>,
    /// The service's id, once it was sent.
    pub service_sid: Option<String>,
    /// Why the last attempt failed.
    pub last_error: Option<String>,
}

impl World {
    /// The number that the organization texts from.
    pub async fn number(&self) -> String {
        sqlx::query_scalar("select number from sending_number where organization_id = $1")
            .bind(self.organization.0)
            .fetch_one(&self.store.pool)
            .await
            .unwrap()
    }

    /// The cell of a conversation's contact.
    pub async fn cell(&self, conversation: ConversationId) -> String {
        sqlx::query_scalar("select cell from contact where organization_id = $1 and id = $2")
            .bind(self.organization.0)
            .bind(conversation.0)
            .fetch_one(&self.store.pool)
            .await
            .unwrap()
    }

    /// A text from that contact to the organization's number, under a sid of its own.
    pub async fn text_from(&self, conversation: ConversationId, body: &str) -> InboundText {
        let cell = self.cell(conversation).await;
        self.text_from_cell(&cell, body).await
    }

    /// A text from this cell to the organization's number, under a sid of its own.
    pub async fn text_from_cell(&self, cell: &str, body: &str) -> InboundText {
        InboundText {
            service: ServiceKind::Simulated,
            sid: ServiceSid(format!("TEST{}", NEXT_SID.fetch_add(1, Ordering::Relaxed))),
            from: cell.to_owned(),
            to: self.number().await,
            messaging_service: None,
            body: body.to_owned(),
            media: Vec::new(),
            service_keyword: None,
        }
    }

    /// A text that belongs to no conversation, as it came in.
    pub async fn unmatched_text(&self, sid: &str, from: &str, body: &str) -> UnmatchedId {
        let text = InboundText {
            sid: ServiceSid(sid.to_owned()),
            ..self.text_from_cell(from, body).await
        };
        let received = receive(&self.store, &text).await.unwrap();
        assert_eq!(received, Received::Unmatched);
        UnmatchedId {
            service: text.service,
            sid: text.sid.0,
        }
    }

    /// Makes the contact of one conversation the same person as that of another.
    pub async fn same_contact(&self, one: ConversationId, other: ConversationId) {
        self.execute(format!(
            "update contact set cell = (select cell from contact where id = {one}) where id = {other}"
        ))
        .await;
    }

    /// The conversation as it is now.
    pub async fn row(&self, conversation: ConversationId) -> Row {
        sqlx::query_as(
            "select status::text, waiting_since, assigned_to, held_since, lease_epoch, opted_out
             from conversation where organization_id = $1 and id = $2",
        )
        .bind(self.organization.0)
        .bind(conversation.0)
        .fetch_one(&self.store.pool)
        .await
        .unwrap()
    }

    /// What a thread says, oldest first, each after "<" or ">".
    pub async fn thread_texts(&self, conversation: ConversationId) -> Vec<String> {
        sqlx::query_scalar(
            "select case direction when 'inbound' then '< ' else '> ' end || body
             from message where organization_id = $1 and conversation_id = $2 order by id",
        )
        .bind(self.organization.0)
        .bind(conversation.0)
        .fetch_all(&self.store.pool)
        .await
        .unwrap()
    }

    /// Writes a text that is due now, as a send does.
    pub async fn queue(&self, conversation: ConversationId, body: &str) -> MessageId {
        let id: i64 = sqlx::query_scalar(
            "with m as (
                 insert into message (organization_id, conversation_id, direction, body, own_number, created_at)
                 select $1, $2, 'outbound', $3, number, $4 from sending_number where organization_id = $1
                 returning id)
             insert into outbox (organization_id, message_id, next_attempt_at) select $1, m.id, $4 from m
             returning message_id",
        )
        .bind(self.organization.0)
        .bind(conversation.0)
        .bind(body)
        .bind(self.store.clock.pinned().unwrap_or_else(noon))
        .fetch_one(&self.store.pool)
        .await
        .unwrap();
        MessageId(id)
    }

    /// The row of the outbox as it is now.
    pub async fn outbox_row(&self, message: MessageId) -> OutboxRow {
        sqlx::query_as(
            "select state::text, attempts, next_attempt_at, service_sid, last_error
             from outbox where organization_id = $1 and message_id = $2",
        )
        .bind(self.organization.0)
        .bind(message.0)
        .fetch_one(&self.store.pool)
        .await
        .unwrap()
    }
}
