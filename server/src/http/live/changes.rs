//! The changes of one organization, coalesced for a stream.

use super::hub::{ChangeNews, LiveHub};
use super::pace::COALESCE_WINDOW;
use app::domain::{CampaignId, MemberId, OrganizationId};
use server_store::notify::{Change, Report};
use std::collections::BTreeSet;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::{RecvError, TryRecvError};
use tokio::time::{Instant, sleep, timeout_at};

/// A subscription to the changes of an organization.
pub(super) struct Changes {
    organization: OrganizationId,
    receiver: Receiver<ChangeNews>,
}

/// The changes while a stream waited; empty if its deadline was reached.
#[derive(Debug, Default)]
pub(super) struct ChangeSet {
    /// Campaigns whose counts changed.
    pub campaigns: BTreeSet<CampaignId>,
    /// Members whose own lists changed.
    pub members: BTreeSet<MemberId>,
    /// Those of them to whom notices may have changed.
    pub notices: BTreeSet<MemberId>,
    /// Members whose requests were made, cancelled or decided on.
    pub requests: BTreeSet<MemberId>,
    /// Conversations with texts that were reported on, and their holders.
    pub reports: BTreeSet<Report>,
    /// Whether changes are missing here, so that everything has to be read.
    pub everything: bool,
}

impl ChangeSet {
    /// The change set of a stream that has read nothing yet.
    pub fn everything() -> Self {
        Self {
            everything: true,
            ..Self::default()
        }
    }

    /// Whether the pools may have changed. What comes into them or leaves them belongs to a campaign, which is named.
    pub fn pools(&self) -> bool {
        self.everything || !self.campaigns.is_empty()
    }
}

impl Changes {
    /// Subscribes from now on. A read after this misses no change.
    pub fn subscribe(live: &LiveHub, organization: OrganizationId) -> Self {
        Self {
            organization,
            receiver: live.subscribe(),
        }
    }

    /// The next changes of the organization. It waits for one that `concerns` the stream, or for the deadline, and coalesces
    /// the changes that follow shortly. `None` when the hub has ended.
    pub async fn next(
        &mut self,
        deadline: Instant,
        concerns: impl Fn(&Change) -> bool,
    ) -> Option<ChangeSet> {
        let mut set = ChangeSet::default();
        loop {
            match timeout_at(deadline, self.receiver.recv()).await {
                Err(_) => return Some(set),
                Ok(Ok(ChangeNews::Changed(change))) => {
                    let is_concerned = change.more || concerns(&change);
                    if self.merge(&change, is_concerned, &mut set) && is_concerned {
                        break;
                    }
                }
                Ok(Ok(ChangeNews::Missed) | Err(RecvError::Lagged(_))) => {
                    set.everything = true;
                    break;
                }
                Ok(Err(RecvError::Closed)) => return None,
            }
        }
        // Asleep, not receiving: hundreds of streams would wake up for each change.
        sleep(COALESCE_WINDOW).await;
        loop {
            match self.receiver.try_recv() {
                Ok(ChangeNews::Changed(change)) => {
                    self.merge(&change, concerns(&change), &mut set);
                }
                Ok(ChangeNews::Missed) | Err(TryRecvError::Lagged(_)) => set.everything = true,
                Err(TryRecvError::Empty) => break,
                Err(TryRecvError::Closed) => return None,
            }
        }
        Some(set)
    }

    /// Adds a change of the organization to the set, and returns whether it is one. Reports are as many as texts: of others'
    /// nothing is kept.
    fn merge(&self, change: &Change, is_concerned: bool, set: &mut ChangeSet) -> bool {
        if change.organization != self.organization {
            return false;
        }
        if is_concerned {
            set.reports.extend(&change.reports);
        }
        set.campaigns.extend(&change.campaigns);
        if change.requests {
            set.requests.extend(&change.members);
        } else {
            set.members.extend(&change.members);
            if change.notices {
                set.notices.extend(&change.members);
            }
        }
        set.everything |= change.more;
        true
    }
}
