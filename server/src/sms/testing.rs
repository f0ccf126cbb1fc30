//! Texts going out and coming in, for tests on a real database.

use super::{InboundText, MessageService, OutboundText, SendError, ServiceKind, ServiceSid};
use crate::testing::{World, noon};
use app::domain::{ConversationId, MessageId};
use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::VecDeque;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use tokio::sync::mpsc;

static NEXT_SID: AtomicU32 = AtomicU32::new(1);

/// A moment before [`noon`].
pub(crate) fn ago(minutes: i64) -> DateTime<Utc> {
    noon() - TimeDelta::minutes(minutes)
}

/// A conversation as the tests look at it.
#[derive(Debug, PartialEq, sqlx::FromRow)]
pub(crate) struct Row {
    pub status: String,
    pub waiting_since: Option<DateTime<Utc>>,
    pub assigned_to: Option<i64>,
    pub held_since: Option<DateTime<Utc>>,
    pub lease_epoch: i32,
    pub opted_out: bool,
}

/// A row of the outbox as the tests look at it.
#[derive(Debug, PartialEq, sqlx::FromRow)]
pub(crate) struct OutboxRow {
    pub state: String,
    pub attempts: i16,
    pub next_attempt_at: DateTime<Utc>,
    pub service_sid: Option<String>,
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
        InboundText {
            service: ServiceKind::Simulated,
            sid: ServiceSid(format!("TEST{}", NEXT_SID.fetch_add(1, Ordering::Relaxed))),
            from: self.cell(conversation).await,
            to: self.number().await,
            body: body.to_owned(),
            stopped_by_service: false,
        }
    }

    /// Makes the contact of one conversation the same person as that of another.
    pub async fn same_contact(&self, one: ConversationId, other: ConversationId) {
        self.execute(format!(
            "update contact set cell = (select cell from contact where id = {one}) where id = {other}"
        ))
        .await;
    }

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

/// A message service that follows a script, and takes everything without one.
pub(crate) struct Scripted {
    answers: Mutex<VecDeque<Result<(), SendError>>>,
    taken: Mutex<Vec<(OutboundText, ServiceSid)>>,
    unreachable: Mutex<bool>,
    sent: mpsc::UnboundedSender<String>,
}

impl Scripted {
    /// The service, and a channel on which the body of every send arrives.
    pub fn new() -> (Arc<Self>, mpsc::UnboundedReceiver<String>) {
        let (sent, sends) = mpsc::unbounded_channel();
        let taken = Mutex::default();
        let answers = Mutex::default();
        (
            Arc::new(Self {
                answers,
                taken,
                unreachable: Mutex::new(false),
                sent,
            }),
            sends,
        )
    }

    /// What it answers to the next sends, in turn.
    pub fn will_answer(&self, answers: impl IntoIterator<Item = Result<(), SendError>>) {
        self.answers.lock().unwrap().extend(answers);
    }

    /// Knows of this text, as if an earlier send had got through.
    pub fn took(&self, text: OutboundText, sid: &str) {
        self.taken
            .lock()
            .unwrap()
            .push((text, ServiceSid(sid.to_owned())));
    }

    /// Whether it can be asked what it took.
    pub fn cannot_be_asked(&self, unreachable: bool) {
        *self.unreachable.lock().unwrap() = unreachable;
    }

    /// What it took, in order.
    pub fn bodies(&self) -> Vec<String> {
        self.taken
            .lock()
            .unwrap()
            .iter()
            .map(|(text, _)| text.body.clone())
            .collect()
    }
}

#[async_trait]
impl MessageService for Scripted {
    async fn send(&self, text: &OutboundText) -> Result<ServiceSid, SendError> {
        self.sent.send(text.body.clone()).ok();
        let answer = self.answers.lock().unwrap().pop_front().unwrap_or(Ok(()));
        answer.map(|()| {
            let sid = ServiceSid(format!("SENT{}", NEXT_SID.fetch_add(1, Ordering::Relaxed)));
            self.taken.lock().unwrap().push((text.clone(), sid.clone()));
            sid
        })
    }

    async fn find_sent(
        &self,
        text: &OutboundText,
        _: DateTime<Utc>,
    ) -> Result<Vec<ServiceSid>, SendError> {
        if *self.unreachable.lock().unwrap() {
            return Err(SendError::Transient {
                reason: "it is down".into(),
                retry_after: None,
            });
        }
        let taken = self.taken.lock().unwrap();
        Ok(taken
            .iter()
            .filter(|(known, _)| known == text)
            .map(|(_, sid)| sid.clone())
            .collect())
    }
}
