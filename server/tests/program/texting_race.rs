//! What texters, reviewers and contacts compete for, in conversations through a carrier.
#![expect(
    clippy::unwrap_used,
    reason = "it is part of tests, though not of test functions"
)]

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use app::error::AppError;
use app::view_models::{EndOfDayNotice, RequestNotice};

use crate::carrier::Carrier;
use crate::two_servers::{Member, Server, TwoServers};

/// Longer than the outbox needs for what a test leaves in it.
const TIMEOUT: Duration = Duration::from_secs(60);

/// A person on the campaign, and the conversation with them.
#[derive(Clone)]
pub struct Contact {
    pub conversation: i64,
    pub cell: String,
}

/// What a page of the conversation was given when it was opened.
#[derive(Clone, Copy)]
pub struct Page {
    pub epoch: i64,
    pub last_text: i64,
    pub last_message: i64,
    pub messages: i64,
}

/// The stage of every race: two texters and two reviewers, whose texts go out through a carrier.
pub struct TextingRace {
    pub baton: TwoServers,
    pub carrier: Carrier,
    pub admin: Member,
    pub ann: Member,
    pub ben: Member,
    pub vera: Member,
    pub sam: Member,
    /// What the servers had sent before, without the carrier.
    sent_before: i64,
}

const SENT: &str = "select count(*) from outbox where state = 'sent'";

impl TextingRace {
    pub async fn new() -> Self {
        let carrier = Carrier::start().await;
        let baton = TwoServers::start_with(&carrier.environment()).await;
        baton
            .execute("update sending_number set service = 'twilio'".into())
            .await;
        Self {
            admin: baton.member("admin").await,
            ann: baton.member("texter").await,
            ben: baton.member("texter").await,
            vera: baton.member("supervolunteer").await,
            sam: baton.member("supervolunteer").await,
            sent_before: baton.number(SENT.into()).await,
            baton,
            carrier,
        }
    }

    /// Somebody who has waited two hours, for a texter or in the pool, and whose thread begins with what is said now.
    pub async fn contact(&self, holder: Option<&Member>) -> Contact {
        let conversation = self.baton.replies(holder, 1).await;
        let cell = self
            .baton
            .number(format!(
                "select substr(cell, 2)::bigint from contact where id = {conversation}"
            ))
            .await;
        Contact {
            conversation,
            cell: format!("+{cell}"),
        }
    }

    /// Somebody whom Ann has texted, and who has answered.
    pub async fn answering(&self) -> Contact {
        let contact = self.contact(Some(&self.ann)).await;
        let hello = format!("Hello {}", contact.conversation);
        let sent = self.send(Server::First, &self.ann, &contact, None, hello);
        sent.await.unwrap();
        self.writes(Server::First, &contact, "Yes").await;
        contact
    }

    /// A text of the contact reaches the webhook, which answers that it is kept; the database's clock after that, in
    /// microseconds.
    pub async fn writes(&self, server: Server, contact: &Contact, body: &str) -> i64 {
        let (carrier, cell) = (&self.carrier, &contact.cell);
        let status = self.baton.deliver(server, carrier, cell, body).await;
        assert_eq!(status, 200, "{body}");
        let clock = "select (extract(epoch from clock_timestamp()) * 1000000)::bigint";
        self.baton.number(clock.into()).await
    }

    pub async fn page(&self, contact: &Contact) -> Page {
        let of = |what: &str| {
            self.baton.number(format!(
                "select coalesce({what}, 0)::bigint
                   from conversation cv
                   left join message m on m.conversation_id = cv.id
                  where cv.id = {}",
                contact.conversation
            ))
        };
        Page {
            epoch: of("max(cv.lease_epoch)").await,
            last_text: of("max(m.id) filter (where m.direction = 'outbound')").await,
            last_message: of("max(m.id)").await,
            messages: of("count(m.id)").await,
        }
    }

    /// Sends from a page, or from one that shows no text.
    pub async fn send(
        &self,
        server: Server,
        texter: &Member,
        contact: &Contact,
        page: Option<Page>,
        body: String,
    ) -> Result<String, AppError> {
        let epoch = page.map_or(0, |page| page.epoch);
        let mut form = vec![
            ("conversation", contact.conversation.to_string()),
            ("lease_epoch", epoch.to_string()),
            ("body", body),
        ];
        form.extend(page.map(|page| ("last_text", page.last_text.to_string())));
        let send = "conversations/send";
        self.baton.call(server, texter, send, &form).await
    }

    /// Answers from Message Review; `then`: whose it becomes.
    pub async fn answer(
        &self,
        server: Server,
        reviewer: &Member,
        contact: &Contact,
        page: Page,
        body: String,
        then: &str,
    ) -> Result<(), AppError> {
        let form = [
            ("conversation", contact.conversation.to_string()),
            ("lease_epoch", page.epoch.to_string()),
            ("last_text", page.last_text.to_string()),
            ("body", body),
            ("then", then.to_owned()),
        ];
        let answer = "reviews/answer";
        self.baton.call(server, reviewer, answer, &form).await
    }

    pub async fn close(
        &self,
        server: Server,
        contact: &Contact,
        page: Page,
    ) -> Result<(), AppError> {
        let mut form = vec![
            ("conversation", contact.conversation.to_string()),
            ("lease_epoch", page.epoch.to_string()),
            ("messages", page.messages.to_string()),
        ];
        if page.messages > 0 {
            form.push(("last_message", page.last_message.to_string()));
        }
        let close = "conversations/close";
        self.baton.call(server, &self.ann, close, &form).await
    }

    pub async fn reopen(&self, server: Server, contact: &Contact) -> Result<(), AppError> {
        let form = [
            ("conversation", contact.conversation.to_string()),
            ("lease_epoch", "0".to_owned()),
        ];
        let reopen = "conversations/reopen";
        self.baton.call(server, &self.ann, reopen, &form).await
    }

    /// Releases what Ann holds; how many.
    pub async fn release_mine(&self, server: Server) -> i64 {
        let mine = "releases/mine";
        let notice: Result<EndOfDayNotice, AppError> =
            self.baton.call(server, &self.ann, mine, &[]).await;
        // "1 reply went back to the pool.", or that there was nothing.
        let text = notice.unwrap().text;
        let number = text.split(' ').next().unwrap();
        number.parse().unwrap_or(0)
    }

    /// Requests one reply; how many were assigned.
    pub async fn claimed(&self, server: Server, texter: &Member) -> i64 {
        let form = [
            ("pool", self.baton.general.to_string()),
            ("wanted", "1".to_owned()),
        ];
        let request = "requests/create";
        let notice: Result<RequestNotice, AppError> =
            self.baton.call(server, texter, request, &form).await;
        // "1 reply assigned", or that there was nothing.
        let sentence = notice.unwrap().sentence;
        let number = sentence.split(' ').next().unwrap();
        number.parse().unwrap_or(0)
    }

    pub async fn holder(&self, contact: &Contact) -> i64 {
        self.of(contact, "coalesce(cv.assigned_to, 0)").await
    }

    /// Whether this holds of the conversation `cv`.
    pub async fn is(&self, contact: &Contact, condition: &str) -> bool {
        self.of(contact, &format!("({condition})::int::bigint"))
            .await
            == 1
    }

    async fn of(&self, contact: &Contact, what: &str) -> i64 {
        self.baton
            .number(format!(
                "select {what} from conversation cv where cv.id = {}",
                contact.conversation
            ))
            .await
    }

    /// Waits until nothing is on its way out, and holds the carrier's list against the outbox: what is sent was taken
    /// once, and nothing else was.
    pub async fn assert_each_text_went_out_once(&self) {
        let begun = Instant::now();
        let waiting = "select count(*) from outbox where state not in ('sent', 'failed')";
        while self.baton.number(waiting.into()).await > 0 {
            assert!(begun.elapsed() < TIMEOUT, "the outbox stands still");
            tokio::task::yield_now().await;
        }
        let taken = self.carrier.taken();
        let different: BTreeSet<_> = taken.iter().collect();
        assert_eq!(different.len(), taken.len(), "a text went out twice");
        let sent = self.baton.number(SENT.into()).await - self.sent_before;
        assert_eq!(sent, taken.len() as i64);
    }

    /// How many texts to this contact began to go out after a moment, by the lease of 120 s that each began with.
    pub async fn sent_after(&self, contact: &Contact, micros: i64) -> i64 {
        self.baton
            .number(format!(
                "select count(*)
                   from message m
                   join outbox o on o.message_id = m.id
                  where m.conversation_id = {} and o.state = 'sent'
                    and extract(epoch from o.next_attempt_at - interval '120 seconds') * 1000000 > {micros}",
                contact.conversation
            ))
            .await
    }
}
