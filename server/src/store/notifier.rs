//! Notifications of what was committed, gathered.
//!
//! PostgreSQL lets only one transaction at a time commit that notifies, and each of them waits for its own flush
//! to disk. Where thousands commit in a second, one notification for all of them is sent instead.

use super::StoreError;
use super::notify::{self, Change};
use crate::database::{PATIENCE, answered};
use app::domain::{CampaignId, MemberId, OrganizationId};
use sqlx::PgPool;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Between two notifications of one server. Pages gather changes for longer, and the first one is not held back.
const GATHER: Duration = Duration::from_millis(25);

/// Tells other servers and this one what this one has committed. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Notifier {
    pool: PgPool,
    pending: Arc<Mutex<Pending>>,
}

/// What is to be told, and whether a task is at it.
#[derive(Debug, Default)]
struct Pending {
    changed: BTreeMap<OrganizationId, (BTreeSet<CampaignId>, BTreeSet<MemberId>)>,
    outbox: bool,
    sending: bool,
}

impl Notifier {
    /// Notifies by this pool.
    pub fn new(pool: PgPool) -> Self {
        Self {
            pool,
            pending: Arc::default(),
        }
    }

    /// [`notify::changed`], soon. The caller has committed: whoever hears of it finds it done. A fault is logged:
    /// pages and engines look by themselves after a while.
    pub fn changed(
        &self,
        organization: OrganizationId,
        campaigns: impl IntoIterator<Item = CampaignId>,
        members: impl IntoIterator<Item = MemberId>,
    ) {
        let mut pending = self.pending();
        let (all_campaigns, all_members) = pending.changed.entry(organization).or_default();
        all_campaigns.extend(campaigns);
        all_members.extend(members);
        self.send(pending);
    }

    /// [`notify::outbox_filled`], soon, in the same way.
    pub fn outbox_filled(&self) {
        let mut pending = self.pending();
        pending.outbox = true;
        self.send(pending);
    }

    /// Nobody panics while they hold it; what they wrote would still be whole.
    fn pending(&self) -> MutexGuard<'_, Pending> {
        self.pending.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn send(&self, mut pending: MutexGuard<'_, Pending>) {
        if !std::mem::replace(&mut pending.sending, true) {
            tokio::spawn(self.clone().send_all());
        }
    }

    /// Sends until there is nothing more.
    async fn send_all(self) {
        while let Some((changes, outbox)) = self.take() {
            let told = async {
                Ok::<_, StoreError>(notify::tell_all(&self.pool, &changes, outbox).await?)
            };
            // Whoever waited here for ever would keep everything from being told from then on.
            if let Err(error) = answered(PATIENCE, told).await {
                tracing::warn!(%error, "what changed could not be told; pages notice it at their next refresh");
            }
            tokio::time::sleep(GATHER).await;
        }
    }

    /// What is to be told now. `None`: nothing, and whoever has something begins anew.
    fn take(&self) -> Option<(Vec<Change>, bool)> {
        let mut pending = self.pending();
        let changes: Vec<Change> = std::mem::take(&mut pending.changed)
            .into_iter()
            .filter_map(|(organization, (campaigns, members))| {
                Change::of(organization, campaigns, members)
            })
            .collect();
        let outbox = std::mem::take(&mut pending.outbox);
        pending.sending = outbox || !changes.is_empty();
        pending.sending.then_some((changes, outbox))
    }
}
