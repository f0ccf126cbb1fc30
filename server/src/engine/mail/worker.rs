//! The worker of the outbox of e-mail.

use super::compose::compose;
use crate::engine::{Backoff, PgWaker};
use crate::health::Component;
use app::domain::MailFailure;
use futures::future::join_all;
use server_mail::{MailError, Mailer};
use server_store::database::{RESPOND_WITHIN, answered};
use server_store::mail::{ClaimedMail, MAIL, claim, delete, give_up, next_due, postpone};
use server_store::{Store, StoreError};
use std::time::Duration;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

/// The delay after a fault of the database.
const ERROR_DELAY: Duration = Duration::from_secs(5);
/// The minimum delay, for when another server is claiming what is due.
const MIN_DELAY: Duration = Duration::from_millis(50);

/// The settings of the service.
#[derive(Debug, Clone, Copy)]
pub struct MailSettings {
    /// The number of e-mails that are sent at once.
    pub concurrency: usize,
    /// The lease of a claim, longer than making and sending one takes.
    pub lease: Duration,
    /// The time limit of one send.
    pub send_timeout: Duration,
    /// The age from which nobody waits for an e-mail any more.
    pub max_age: Duration,
    /// The delays between attempts.
    pub backoff: Backoff,
}

impl Default for MailSettings {
    fn default() -> Self {
        Self {
            concurrency: 4,
            lease: Duration::from_secs(90),
            send_timeout: Duration::from_secs(25),
            max_age: Duration::from_secs(3600),
            backoff: Backoff {
                first: Duration::from_secs(5),
                cap: Duration::from_secs(300),
            },
        }
    }
}

/// The counts of one round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MailCounts {
    /// E-mails that the mail server accepted.
    pub sent: u32,
    /// E-mails that are tried again later.
    pub retried: u32,
    /// E-mails that were given up: refused for good, or too old.
    pub given_up: u32,
    /// E-mails to addresses with which nobody signs in.
    pub nobodys: u32,
    /// E-mails whose outcome could not be written; they are claimed again after their lease.
    pub left: u32,
}

/// The service that sends e-mail. Cheap to clone.
#[derive(Clone)]
pub struct MailSender {
    store: Store,
    mailer: Mailer,
    /// The public URL, of which links are made.
    base: String,
    settings: MailSettings,
}

impl MailSender {
    /// The interval of queries without a notification.
    pub const POLL: Duration = Duration::from_secs(60);

    /// The service, whose e-mails link to the server at the URL `base`.
    pub fn new(store: Store, mailer: Mailer, base: String, settings: MailSettings) -> Self {
        Self {
            store,
            mailer,
            base,
            settings,
        }
    }

    /// Runs one round: claims e-mails that are due, and sends them.
    ///
    /// # Errors
    /// The claim failed, and nothing was sent.
    pub async fn run_once(&self) -> Result<MailCounts, StoreError> {
        let MailSettings {
            concurrency,
            lease,
            max_age,
            ..
        } = self.settings;
        let claimed = claim(&self.store, concurrency, lease, max_age);
        let claimed = answered(RESPOND_WITHIN, claimed).await?;
        let mut counts = MailCounts::default();
        let sends = claimed.iter().map(|mail| self.deliver(mail));
        for (mail, outcome) in claimed.iter().zip(join_all(sends).await) {
            *match outcome {
                Ok(Outcome::Sent) => &mut counts.sent,
                Ok(Outcome::Retried) => &mut counts.retried,
                Ok(Outcome::GivenUp) => &mut counts.given_up,
                Ok(Outcome::Nobodys) => &mut counts.nobodys,
                Err(error) => {
                    tracing::error!(%error, mail = mail.id, "the outcome of an e-mail could not be written; it is claimed again after its lease");
                    &mut counts.left
                }
            } += 1;
        }
        Ok(counts)
    }

    /// Runs rounds until it is stopped; the round in progress is completed.
    pub async fn run(self, health: Component, stop: CancellationToken) {
        let listening = health.sibling("notifications of e-mail", PgWaker::MAX_SILENCE);
        let waker = PgWaker::listen(self.store.pool.clone(), MAIL, listening);
        while !stop.is_cancelled() {
            let round = health.report(self.round().await);
            tokio::select! {
                () = stop.cancelled() => {}
                () = waker.notified() => {}
                () = tokio::time::sleep(round.unwrap_or(ERROR_DELAY)) => {}
            }
        }
    }

    /// One round, and the time until the next e-mail is due.
    async fn round(&self) -> Result<Duration, StoreError> {
        self.run_once().await?;
        let due = answered(RESPOND_WITHIN, next_due(&self.store)).await?;
        Ok(due.map_or(Self::POLL, |due| due.clamp(MIN_DELAY, Self::POLL)))
    }

    async fn deliver(&self, mail: &ClaimedMail) -> Result<Outcome, StoreError> {
        if mail.is_late {
            tracing::warn!(
                mail = mail.id,
                attempt = mail.attempt,
                "an e-mail was given up: it could not be sent for an hour"
            );
            return self.give_up(mail, MailFailure::Late).await;
        }
        let composed = compose(&self.store, &self.base, mail);
        let Some(message) = answered(RESPOND_WITHIN, composed).await? else {
            return self.finish(mail, Outcome::Nobodys).await;
        };
        let sent = timeout(self.settings.send_timeout, self.mailer.send(&message)).await;
        let no_answer = || MailError::Passing("the mail server did not answer in time".into());
        match sent.unwrap_or_else(|_| Err(no_answer())) {
            Ok(()) => {
                tracing::info!(mail = mail.id, attempt = mail.attempt, "an e-mail was sent");
                self.finish(mail, Outcome::Sent).await
            }
            Err(MailError::Refused(reason)) => {
                tracing::error!(
                    mail = mail.id,
                    attempt = mail.attempt,
                    reason,
                    "an e-mail was refused and is not sent again"
                );
                self.give_up(mail, MailFailure::Refused).await
            }
            Err(MailError::Passing(reason)) => {
                let delay = self.settings.backoff.after(mail.attempt, rand::random());
                tracing::warn!(
                    mail = mail.id,
                    attempt = mail.attempt,
                    ?delay,
                    reason,
                    "an e-mail could not be sent and is postponed"
                );
                answered(RESPOND_WITHIN, postpone(&self.store, mail, delay)).await?;
                Ok(Outcome::Retried)
            }
        }
    }

    async fn finish(&self, mail: &ClaimedMail, outcome: Outcome) -> Result<Outcome, StoreError> {
        answered(RESPOND_WITHIN, delete(&self.store, mail)).await?;
        Ok(outcome)
    }

    async fn give_up(
        &self,
        mail: &ClaimedMail,
        reason: MailFailure,
    ) -> Result<Outcome, StoreError> {
        answered(RESPOND_WITHIN, give_up(&self.store, mail, reason)).await?;
        Ok(Outcome::GivenUp)
    }
}

/// The outcome of one e-mail.
enum Outcome {
    Sent,
    Retried,
    GivenUp,
    Nobodys,
}
