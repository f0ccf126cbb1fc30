//! The delivery of one claimed text, up to the mark of what came of it.

use super::outcome::Outcome;
use super::worker::Outbox;
use server_message::ServiceSid;
use server_sms::{MessageService, SendError};
use server_store::StoreError;
use server_store::database::answered;
use server_store::outbox::{Claimed, Mark, Postponed, fail, mark_sent, postpone};
use std::time::Duration;
use tokio::time::timeout;

/// How long a mark may take. Two of them, and asking and sending, have to fit into the lease.
const MARK_TIMEOUT: Duration = Duration::from_secs(5);

impl Outbox {
    /// Sees one text through. If nothing can be written about it, its lease sees to it.
    pub(super) async fn deliver(&self, claimed: &Claimed) -> Outcome {
        self.try_deliver(claimed).await.unwrap_or_else(|error| {
            tracing::error!(%error, message = %claimed.message, "the result of sending a text could not be written; its lease sees to it");
            Outcome::Left
        })
    }

    async fn try_deliver(&self, claimed: &Claimed) -> Result<Outcome, StoreError> {
        let Some(kind) = claimed.service else {
            let reason = "The number it was to be sent from is not the organization’s any more.";
            return self.give_up(claimed, reason, false).await;
        };
        let Some(service) = self.services.get(kind) else {
            let reason = format!("This server is not configured for {kind}.");
            return self.retry(claimed, claimed.resumed, None, &reason).await;
        };
        if claimed.resumed {
            let query = service.find_sent(&claimed.text, claimed.written_at);
            let sids = timeout(self.settings.send_timeout, query).await;
            match sids.unwrap_or_else(|_| Err(no_answer())) {
                Ok(sids) => {
                    if let Some(outcome) = self.recover(claimed, sids).await? {
                        return Ok(outcome);
                    }
                }
                Err(error) => return self.retry(claimed, true, None, &error.to_string()).await,
            }
            if claimed.attempt > self.settings.attempts {
                let reason = "The service did not take it, or did not answer.";
                return self.give_up(claimed, reason, false).await;
            }
        }
        if claimed.opted_out {
            let reason = "The contact opted out before it was sent.";
            return self.give_up(claimed, reason, false).await;
        }
        self.send(service, claimed).await
    }

    /// Marks it with the id of the text that the service took, if one of these is not another
    /// message's. `None`: it was not taken.
    async fn recover(
        &self,
        claimed: &Claimed,
        sids: Vec<ServiceSid>,
    ) -> Result<Option<Outcome>, StoreError> {
        for sid in sids {
            match written(|| mark_sent(&self.store, claimed, &sid)).await? {
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
        let sent = timeout(self.settings.send_timeout, service.send(&claimed.text)).await;
        match sent.unwrap_or_else(|_| Err(no_answer())) {
            Ok(sid) => match written(|| mark_sent(&self.store, claimed, &sid)).await? {
                Mark::Done => Ok(Outcome::Sent),
                Mark::Superseded => Ok(Outcome::Left),
                Mark::SidTaken => Err(StoreError::Corrupt(format!(
                    "the service gave out {sid} twice"
                ))),
            },
            Err(SendError::Transient {
                reason,
                retry_after,
            }) => self.retry(claimed, false, retry_after, &reason).await,
            Err(SendError::Uncertain { reason }) => {
                self.retry(claimed, true, Some(self.settings.settle), &reason)
                    .await
            }
            Err(SendError::Permanent { reason }) => self.give_up(claimed, &reason, false).await,
            Err(error @ SendError::OptedOut) => {
                self.give_up(claimed, &error.to_string(), true).await
            }
        }
    }

    /// Puts it off, at least for `not_before`. What is unclear is never given up before the service
    /// was asked; what is not, after the last attempt.
    async fn retry(
        &self,
        claimed: &Claimed,
        unclear: bool,
        not_before: Option<Duration>,
        reason: &str,
    ) -> Result<Outcome, StoreError> {
        if !unclear && claimed.attempt >= self.settings.attempts {
            return self.give_up(claimed, reason, false).await;
        }
        let delay = self.settings.backoff.after(claimed.attempt, rand::random());
        let delay = delay.max(not_before.unwrap_or_default());
        let (to, outcome) = if unclear {
            (Postponed::Unclear, Outcome::Unclear)
        } else {
            (Postponed::Queued, Outcome::Retried)
        };
        tracing::info!(message = %claimed.message, attempt = claimed.attempt, ?to, ?delay, reason, "a text is postponed and tried again");
        Ok(mine(
            written(|| postpone(&self.store, claimed, to, delay, reason)).await?,
            outcome,
        ))
    }

    async fn give_up(
        &self,
        claimed: &Claimed,
        reason: &str,
        opted_out: bool,
    ) -> Result<Outcome, StoreError> {
        tracing::warn!(message = %claimed.message, attempt = claimed.attempt, reason, "a text is given up");
        Ok(mine(
            written(|| fail(&self.store, claimed, reason, opted_out)).await?,
            Outcome::Failed,
        ))
    }
}

/// Writes what is known of a text, and once more after a passing fault: on a connection that was just lost, a text
/// that the service has taken would otherwise stand as unclear until its lease ends.
async fn written<F>(mut write: impl FnMut() -> F) -> Result<Mark, StoreError>
where
    F: Future<Output = Result<Mark, StoreError>>,
{
    match answered(MARK_TIMEOUT, write()).await {
        Err(error) if error.is_passing() => answered(MARK_TIMEOUT, write()).await,
        written => written,
    }
}

fn mine(mark: Mark, outcome: Outcome) -> Outcome {
    if mark == Mark::Done {
        outcome
    } else {
        Outcome::Left
    }
}

fn no_answer() -> SendError {
    SendError::Uncertain {
        reason: "The service did not answer in time.".into(),
    }
}
