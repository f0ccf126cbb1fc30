//! The delivery of one claimed text, up to the mark of its outcome.

use super::outcome::Outcome;
use super::worker::Outbox;
use server_message::{FailureCode, ServiceSid};
use server_sms::{MessageService, SendError};
use server_store::StoreError;
use server_store::database::answered;
use server_store::outbox::{
    Claimed, Hold, Mark, Postponed, SendChecks, await_opening, fail, hold, mark_sent, postpone,
    recheck,
};
use std::time::Duration;
use tokio::time::timeout;

/// The time limit of a mark. Two marks, the checks, and asking and sending, have to fit into the lease.
const MARK_TIMEOUT: Duration = Duration::from_secs(5);

impl Outbox {
    /// Delivers one text. If the outcome cannot be marked, the text is claimed again after its lease.
    pub(super) async fn deliver(&self, claimed: &Claimed) -> Outcome {
        self.try_deliver(claimed).await.unwrap_or_else(|error| {
            tracing::error!(%error, message = %claimed.message, "the outcome of a send could not be marked; the text is claimed again after its lease");
            Outcome::Left
        })
    }

    async fn try_deliver(&self, claimed: &Claimed) -> Result<Outcome, StoreError> {
        let Some(kind) = claimed.service else {
            let reason = "The sender it was to be sent from no longer belongs to the organization.";
            let code = Some(FailureCode::NUMBER_GONE);
            return self.fail_text(claimed, code, reason).await;
        };
        let Some(service) = self.services.get(kind) else {
            let reason = format!("This server is not configured for {kind}.");
            let code = FailureCode::NOT_CONFIGURED;
            let to = if claimed.resumed {
                Postponed::Unclear
            } else {
                Postponed::Queued
            };
            return self.retry(claimed, to, None, code, &reason).await;
        };
        let mut checks = claimed.checks;
        if claimed.resumed {
            let query = service.find_sent(&claimed.text, claimed.written_at);
            let sids = timeout(self.settings.send_timeout, query).await;
            match sids.unwrap_or_else(|_| Err(no_answer())) {
                Ok(sids) => {
                    if let Some(outcome) = self.recover(claimed, sids).await? {
                        return Ok(outcome);
                    }
                }
                Err(error) => {
                    let (to, code) = (Postponed::Unclear, FailureCode::NOT_ACCEPTED);
                    return self
                        .retry(claimed, to, None, code, &error.to_string())
                        .await;
                }
            }
            if self.is_exhausted(claimed, claimed.attempt - 1) {
                let reason = "The carrier did not accept it, or did not answer.";
                let code = Some(FailureCode::NOT_ACCEPTED);
                return self.fail_text(claimed, code, reason).await;
            }
            // It took a while to ask.
            let recheck = recheck(&self.store, claimed);
            let Some(now) = answered(MARK_TIMEOUT, recheck).await? else {
                return Ok(Outcome::Left);
            };
            checks = now;
        }
        if let Some(outcome) = self.keep_back(claimed, checks).await? {
            return Ok(outcome);
        }
        self.send(service, claimed).await
    }

    /// Gives a text up, holds it or postpones it, by its checks; `None` if it may be sent now.
    async fn keep_back(
        &self,
        claimed: &Claimed,
        checks: SendChecks,
    ) -> Result<Option<Outcome>, StoreError> {
        if let Some((code, reason)) = checks.given_up() {
            let outcome = self.fail_text(claimed, Some(code), reason).await?;
            return Ok(Some(outcome));
        }
        if checks.is_halted() {
            match answered(MARK_TIMEOUT, hold(&self.store, claimed)).await? {
                Hold::Held => return Ok(Some(Outcome::Held)),
                Hold::Superseded => return Ok(Some(Outcome::Left)),
                Hold::Resumed => {}
            }
        }
        let Some(opens_at) = checks.opens_at else {
            return Ok(None);
        };
        let mark = write_mark(|| await_opening(&self.store, claimed, opens_at)).await?;
        tracing::info!(message = %claimed.message, %opens_at, "a text is postponed until the contact's texting hours open");
        Ok(Some(if_marked(mark, Outcome::Postponed)))
    }

    /// Marks the text as sent with one of these ids that is not another message's. `None` if there is none, so that the
    /// service has not accepted the text.
    async fn recover(
        &self,
        claimed: &Claimed,
        sids: Vec<ServiceSid>,
    ) -> Result<Option<Outcome>, StoreError> {
        for sid in sids {
            match write_mark(|| mark_sent(&self.store, claimed, &sid)).await? {
                Mark::Done => return Ok(Some(Outcome::Recovered)),
                Mark::Superseded => return Ok(Some(Outcome::Left)),
                Mark::SidTaken => {}
            }
        }
        Ok(None)
    }

    async fn send(
        &self,
        service: &dyn MessageService,
        claimed: &Claimed,
    ) -> Result<Outcome, StoreError> {
        let result = timeout(self.settings.send_timeout, service.send(&claimed.text)).await;
        match result.unwrap_or_else(|_| Err(no_answer())) {
            Ok(sid) => match write_mark(|| mark_sent(&self.store, claimed, &sid)).await? {
                Mark::Done => Ok(Outcome::Sent),
                Mark::Superseded => Ok(Outcome::Left),
                Mark::SidTaken => Err(StoreError::Corrupt(format!(
                    "the service gave out {sid} twice"
                ))),
            },
            Err(SendError::Transient {
                reason,
                retry_after,
            }) => {
                let (to, code) = (Postponed::Queued, FailureCode::NOT_ACCEPTED);
                self.retry(claimed, to, retry_after, code, &reason).await
            }
            Err(SendError::Deferred {
                reason,
                code,
                retry_after,
            }) => {
                let code = code.unwrap_or(FailureCode::NOT_ACCEPTED);
                let to = Postponed::Deferred;
                self.retry(claimed, to, retry_after, code, &reason).await
            }
            Err(SendError::SenderNotUsable { reason, code }) => {
                let to = Postponed::Queued;
                self.retry(claimed, to, None, code, &reason).await
            }
            Err(SendError::Uncertain { reason }) => {
                let (to, code) = (Postponed::Unclear, FailureCode::NOT_ACCEPTED);
                let settle = Some(self.settings.settle);
                self.retry(claimed, to, settle, code, &reason).await
            }
            Err(SendError::Permanent { reason, code }) => {
                self.fail_text(claimed, code, &reason).await
            }
            Err(error @ SendError::OptedOut) => {
                let code = Some(FailureCode::OPTED_OUT);
                self.fail_text(claimed, code, &error.to_string()).await
            }
        }
    }

    /// Postpones the text, at least by `not_before`, but by no more than the longest delay: a carrier may say anything.
    /// After the last attempt it fails with the `code`, except if it is unclear whether it was sent: then the service has to
    /// be asked first.
    async fn retry(
        &self,
        claimed: &Claimed,
        to: Postponed,
        not_before: Option<Duration>,
        code: FailureCode,
        reason: &str,
    ) -> Result<Outcome, StoreError> {
        let is_exhausted = self.is_exhausted(claimed, claimed.attempt);
        let (outcome, is_last) = match to {
            Postponed::Unclear => (Outcome::Unclear, false),
            // The first such answer begins the time that is counted.
            Postponed::Deferred if claimed.deferred_for.is_none() => (Outcome::Retried, false),
            Postponed::Deferred | Postponed::Queued => (Outcome::Retried, is_exhausted),
        };
        if is_last {
            return self.fail_text(claimed, Some(code), reason).await;
        }
        let backoff = self.settings.backoff;
        let delay = backoff.after(claimed.attempt, rand::random());
        let delay = delay.max(not_before.unwrap_or_default());
        let delay = delay.min(backoff.cap);
        tracing::info!(message = %claimed.message, attempt = claimed.attempt, ?to, ?delay, reason, "a text could not be sent and is postponed");
        Ok(if_marked(
            write_mark(|| postpone(&self.store, claimed, to, delay, reason)).await?,
            outcome,
        ))
    }

    /// Whether a text is given up after so many attempts. Once the carrier has asked to have it later, the time since then
    /// counts and not the attempts, because the carrier does answer, and nobody is handed a first text again that was given
    /// up. A goodbye says nothing any more when it comes late.
    fn is_exhausted(&self, claimed: &Claimed, attempts: i16) -> bool {
        match claimed.deferred_for {
            Some(time) if !claimed.checks.goodbye => time >= self.settings.deferral,
            _ => attempts >= self.settings.attempts,
        }
    }

    async fn fail_text(
        &self,
        claimed: &Claimed,
        code: Option<FailureCode>,
        reason: &str,
    ) -> Result<Outcome, StoreError> {
        tracing::warn!(message = %claimed.message, attempt = claimed.attempt, reason, "a text failed and is not sent again");
        Ok(if_marked(
            write_mark(|| fail(&self.store, claimed, code, reason)).await?,
            Outcome::Failed,
        ))
    }
}

/// Writes a mark, and tries once more after a passing fault. Otherwise a connection lost at this moment would leave an
/// accepted text unmarked until its lease ends.
async fn write_mark<F>(mut write: impl FnMut() -> F) -> Result<Mark, StoreError>
where
    F: Future<Output = Result<Mark, StoreError>>,
{
    match answered(MARK_TIMEOUT, write()).await {
        Err(error) if error.is_passing() => answered(MARK_TIMEOUT, write()).await,
        result => result,
    }
}

fn if_marked(mark: Mark, outcome: Outcome) -> Outcome {
    if mark == Mark::Done {
        outcome
    } else {
        Outcome::Left
    }
}

fn no_answer() -> SendError {
    SendError::Uncertain {
        reason: "The carrier did not answer in time.".into(),
    }
}
