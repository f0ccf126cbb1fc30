//! Notifications of what was committed, gathered.
//!
//! PostgreSQL lets only one transaction at a time commit that notifies, and each of them waits for its own flush
//! to disk. Where thousands commit in a second, one notification for all of them is sent instead.

#[cfg(test)]
mod tests;

use super::StoreError;
use super::notify::{self, Change, ChangedIds, Report};
use crate::database::{RESPOND_WITHIN, answered};
use app::domain::{CampaignId, MemberId, OrganizationId};
use sqlx::PgPool;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::Notify;

/// Between two notifications of one server. Pages gather changes for longer, and the first one is not held back.
const COALESCE_WINDOW: Duration = Duration::from_millis(25);
/// How long to wait after a notification that could not be sent.
const RETRY_DELAY: Duration = Duration::from_secs(1);
/// Reports beyond so many are dropped while they cannot be sent: the page of a conversation reads all when it hears again.
const MAX_REPORTS: usize = 10_000;

/// The notifications of this server about what it has committed, to others and itself. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Notifier {
    pool: PgPool,
    pending: Arc<Mutex<Pending>>,
    /// Notified whenever a sending task ends.
    idle: Arc<Notify>,
}

/// What is to be sent, and whether a task sends it.
#[derive(Debug, Default)]
struct Pending {
    batch: Batch,
    sending: bool,
}

/// The contents of one notification. Its size is bounded: an organization with too many ids names none.
#[derive(Debug, Default)]
struct Batch {
    changed: BTreeMap<OrganizationId, ChangedIds>,
    reports: BTreeMap<OrganizationId, BTreeSet<Report>>,
    outbox: bool,
}

impl Batch {
    fn is_empty(&self) -> bool {
        self.changed.is_empty() && self.reports.is_empty() && !self.outbox
    }

    fn merge(&mut self, other: Self) {
        for (organization, ids) in other.changed {
            self.changed.entry(organization).or_default().merge(ids);
        }
        for (organization, reports) in other.reports {
            let known = self.reports.entry(organization).or_default();
            known.extend(reports);
            while known.len() > MAX_REPORTS {
                known.pop_first();
            }
        }
        self.outbox |= other.outbox;
    }
}

impl Notifier {
    /// Notifies by this pool.
    pub fn new(pool: PgPool) -> Self {
        Self {
            pool,
            pending: Arc::default(),
            idle: Arc::default(),
        }
    }

    /// [`notify::changed`], soon. The caller has committed: whoever hears of it finds it done. A notification that
    /// cannot be sent is logged and tried again.
    pub fn changed(
        &self,
        organization: OrganizationId,
        campaigns: impl IntoIterator<Item = CampaignId>,
        members: impl IntoIterator<Item = MemberId>,
    ) {
        self.add(organization, ChangedIds::new(campaigns, members));
    }

    /// [`notify::notices_changed`], soon, in the same way.
    pub fn notices_changed(
        &self,
        organization: OrganizationId,
        campaigns: impl IntoIterator<Item = CampaignId>,
        members: impl IntoIterator<Item = MemberId>,
    ) {
        let ids = ChangedIds::new(campaigns, members).with_notices();
        self.add(organization, ids);
    }

    fn add(&self, organization: OrganizationId, ids: ChangedIds) {
        if ids.is_empty() {
            return;
        }
        let mut pending = self.pending();
        let changed = &mut pending.batch.changed;
        changed.entry(organization).or_default().merge(ids);
        self.start_sending(pending);
    }

    /// Notifies of a report on a text of a conversation, soon, in the same way.
    pub fn delivery_reported(&self, organization: OrganizationId, about: Report) {
        let mut pending = self.pending();
        let reports = BTreeMap::from([(organization, BTreeSet::from([about]))]);
        pending.batch.merge(Batch {
            reports,
            ..Batch::default()
        });
        self.start_sending(pending);
    }

    /// [`notify::outbox_filled`], soon, in the same way.
    pub fn outbox_filled(&self) {
        let mut pending = self.pending();
        pending.batch.outbox = true;
        self.start_sending(pending);
    }

    /// Waits until everything has been sent, at most for `longest`; whether it has been. For the end of the program,
    /// when nothing new comes.
    pub async fn flush(&self, longest: Duration) -> bool {
        let sent = async {
            loop {
                let idle = self.idle.notified();
                tokio::pin!(idle);
                // Before the look at what is pending: a task that ends in between is not missed.
                idle.as_mut().enable();
                if self.is_idle_or_starts() {
                    return;
                }
                idle.await;
            }
        };
        tokio::time::timeout(longest, sent).await.is_ok()
    }

    /// Whether there is nothing to send; if there is, somebody sends it from now on.
    fn is_idle_or_starts(&self) -> bool {
        let pending = self.pending();
        if pending.batch.is_empty() && !pending.sending {
            return true;
        }
        self.start_sending(pending);
        false
    }

    /// Nobody panics while they hold it; what they wrote would still be whole.
    fn pending(&self) -> MutexGuard<'_, Pending> {
        self.pending.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn start_sending(&self, mut pending: MutexGuard<'_, Pending>) {
        if !std::mem::replace(&mut pending.sending, true) {
            let task = SendingTask {
                notifier: self.clone(),
                unsent: Batch::default(),
                ended: false,
            };
            tokio::spawn(task.run());
        }
    }
}

/// The one task that sends. Dropped in any way, by a panic too, it puts back what it has not sent, and the next
/// change starts another one.
struct SendingTask {
    notifier: Notifier,
    unsent: Batch,
    /// It has given up its turn, perhaps to another one.
    ended: bool,
}

impl SendingTask {
    /// Sends until there is nothing more.
    async fn run(mut self) {
        let mut failed = false;
        while self.take() {
            // One that waited here for ever would keep everything from being sent from then on.
            let pause = match answered(RESPOND_WITHIN, self.send()).await {
                Ok(()) => {
                    if std::mem::take(&mut failed) {
                        tracing::info!("notifications are sent again");
                    }
                    self.unsent = Batch::default();
                    COALESCE_WINDOW
                }
                Err(error) => {
                    // Once for an outage, not once a second.
                    if !std::mem::replace(&mut failed, true) {
                        tracing::warn!(%error, "a notification could not be sent and is tried again");
                    }
                    RETRY_DELAY
                }
            };
            tokio::time::sleep(pause).await;
        }
    }

    /// Adds what is pending to what is unsent; whether there is anything to send. If not, it has ended, and whoever
    /// has something starts another one.
    fn take(&mut self) -> bool {
        let mut pending = self.notifier.pending();
        self.unsent.merge(std::mem::take(&mut pending.batch));
        self.ended = self.unsent.is_empty();
        pending.sending = !self.ended;
        pending.sending
    }

    async fn send(&self) -> Result<(), StoreError> {
        let changed = self.unsent.changed.iter();
        let changed = changed.map(|(organization, ids)| ids.of(*organization));
        let reports = self.unsent.reports.iter();
        let reports =
            reports.flat_map(|(organization, reports)| Change::of_reports(*organization, reports));
        let changes: Vec<Change> = changed.chain(reports).collect();
        notify::send_all(&self.notifier.pool, &changes, self.unsent.outbox).await?;
        Ok(())
    }
}

impl Drop for SendingTask {
    fn drop(&mut self) {
        if !self.ended {
            let mut pending = self.notifier.pending();
            pending.batch.merge(std::mem::take(&mut self.unsent));
            pending.sending = false;
        }
        self.notifier.idle.notify_waiters();
    }
}
