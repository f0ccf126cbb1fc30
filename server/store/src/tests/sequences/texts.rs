//! The steps of the outbox, as the store takes them: what the engine does with what is due, and what the service reports.

use super::model::{EARLY, LATER, RECORDED, REPEATED, Report, ServiceAnswer, Text, TextState};
use super::run::Run;
use crate::delivery_reports::{self, Reported};
use crate::outbox::{ClaimId, Claimed, Hold, Mark, Postponed};
use crate::{StoreError, outbox};
use app::domain::FailureCode;
use app::error::AppError;
use chrono::{DateTime, TimeDelta, Utc};
use server_message::{DeliveryReport, ReportedState, ServiceKind, ServiceSid};
use std::time::Duration;

const LEASE: Duration = Duration::from_secs(120);
/// More than there can be.
const ALL: usize = 1_000;

#[derive(sqlx::FromRow)]
struct Row {
    conversation_id: i64,
    state: String,
    delivered: bool,
    failure_code: Option<i32>,
    goodbye: bool,
    sent_at: Option<DateTime<Utc>>,
}

#[derive(sqlx::FromRow)]
struct Early {
    service_sid: String,
    state: String,
    failure_code: Option<i32>,
    next_attempt_at: DateTime<Utc>,
}

impl Run {
    /// Forgets what an earlier sequence has left behind that did not come to its end: the outbox is everybody's.
    pub(super) async fn clear_outbox(&self) {
        for statement in [
            "update outbox set state = 'failed' where state in ('queued', 'sending', 'paced')",
            "delete from early_delivery_report",
        ] {
            let pool = &self.world.store.pool;
            sqlx::query(statement).execute(pool).await.unwrap();
        }
    }

    /// Hands over what is due, as the engine does; how many texts.
    pub(super) async fn deliver(&self, answer: ServiceAnswer) -> Result<usize, AppError> {
        let store = &self.world.store;
        let claimed = outbox::claim(store, ClaimId::random(), ALL, LEASE).await?;
        for text in &claimed {
            assert_eq!(text.organization, self.world.organization);
            let fail = |code: FailureCode| outbox::fail(store, text, Some(code), "in a test");
            let mark = if let Some((code, _)) = text.checks.given_up() {
                fail(code).await?
            } else if text.checks.is_halted() {
                assert_eq!(outbox::hold(store, text).await?, Hold::Held);
                Mark::Done
            } else {
                match answer {
                    ServiceAnswer::Taken => {
                        let sid = self.sid(self.place(text).await?);
                        outbox::mark_sent(store, text, &sid).await?
                    }
                    ServiceAnswer::Later | ServiceAnswer::Lost => {
                        let to = if answer == ServiceAnswer::Lost {
                            Postponed::Unclear
                        } else {
                            Postponed::Queued
                        };
                        let delay = LATER.to_std().expect("it is not negative");
                        outbox::postpone(store, text, to, delay, "it has no time").await?
                    }
                    ServiceAnswer::Refused(code) => fail(code).await?,
                }
            };
            assert_eq!(mark, Mark::Done);
        }
        Ok(claimed.len())
    }

    /// The place of a text among those that go out.
    async fn place(&self, text: &Claimed) -> Result<usize, StoreError> {
        let before: i64 = sqlx::query_scalar(
            "select count(*) from outbox where organization_id = $1 and message_id < $2",
        )
        .bind(text.organization.0)
        .bind(text.message.0)
        .fetch_one(&self.world.store.pool)
        .await?;
        Ok(usize::try_from(before).expect("a count is not negative"))
    }

    /// The id that the service gives to a text, or has given before Baton hears of it.
    fn sid(&self, text: usize) -> ServiceSid {
        ServiceSid(format!("OUT{}-{text}", self.world.organization))
    }

    pub(super) async fn report(&self, text: usize, report: Report) -> Result<usize, AppError> {
        let report = DeliveryReport {
            service: ServiceKind::Simulated,
            sid: self.sid(text),
            own_number: self.world.number().await,
            messaging_service: None,
            state: match report {
                Report::Sent => ReportedState::Sent,
                Report::Delivered => ReportedState::Delivered,
                Report::Failed(code) => ReportedState::Failed(code.map(FailureCode)),
            },
        };
        Ok(
            match delivery_reports::receive(&self.world.store, &report).await? {
                Reported::Repeated => REPEATED,
                Reported::Recorded => RECORDED,
                Reported::Early => EARLY,
            },
        )
    }

    pub(super) async fn apply_early(&self) -> Result<usize, AppError> {
        let counts = delivery_reports::apply_early(&self.world.store, 1_000).await?;
        Ok(counts.applied as usize)
    }

    /// Every text, and every report that came too early, is as the model has it.
    pub(super) async fn check_texts(&self) {
        let pool = &self.world.store.pool;
        let organization = self.world.organization.0;
        let rows: Vec<Row> = sqlx::query_as(
            "select m.conversation_id, o.state::text, o.delivered, o.failure_code, o.goodbye, o.sent_at
               from outbox o
               join message m on m.organization_id = o.organization_id and m.id = o.message_id
              where o.organization_id = $1 order by o.message_id",
        )
        .bind(organization)
        .fetch_all(pool)
        .await
        .unwrap();
        let stored = rows.iter().map(|row| {
            let is = (row.delivered, row.failure_code, row.goodbye, row.sent_at);
            (row.conversation_id, row.state.as_str(), is)
        });
        let modelled = self.model.outbox.iter().map(|text| {
            let is = (text.delivered, text.code, text.goodbye, text.sent_at);
            (self.id(text.conversation).0, text.state.as_str(), is)
        });
        assert_eq!(stored.collect::<Vec<_>>(), modelled.collect::<Vec<_>>());

        let early: Vec<Early> = sqlx::query_as(
            "select service_sid, state, failure_code, next_attempt_at
               from early_delivery_report where organization_id = $1 order by service_sid",
        )
        .bind(organization)
        .fetch_all(pool)
        .await
        .unwrap();
        let stored = early.into_iter().map(|early| {
            let failed = early.state == "failed";
            (
                early.service_sid,
                failed,
                early.failure_code,
                early.next_attempt_at,
            )
        });
        let modelled = self.model.early.iter().map(|(text, early)| {
            (
                self.sid(*text).0,
                early.failed,
                early.code,
                early.next_attempt_at,
            )
        });
        assert_eq!(stored.collect::<Vec<_>>(), modelled.collect::<Vec<_>>());
    }

    /// The service takes all that is still to go out, a day later: nothing is lost, and nothing of it stays early.
    pub(super) async fn ends_with_nothing_lost(&mut self) {
        self.model.now += TimeDelta::days(1);
        self.world.store.clock.set(self.model.now);
        self.model.deliver(ServiceAnswer::Taken);
        self.deliver(ServiceAnswer::Taken).await.unwrap();
        self.model.apply_early();
        self.apply_early().await.unwrap();
        self.check_texts().await;
        assert_eq!(self.model.early.len(), 0);
        let is_left = |text: &&Text| match text.state {
            TextState::Sent | TextState::Failed => false,
            // Neither a pause nor the archive ends by itself.
            TextState::Held => {
                let campaign = self.model.conversations[text.conversation].campaign;
                self.model.campaigns[campaign].runs()
            }
            TextState::Queued | TextState::Sending => true,
        };
        assert_eq!(self.model.outbox.iter().find(is_left), None);
    }
}
