//! The changes of one organization, as a page waits for them.

use super::hub::{ChangeNews, LiveHub};
use super::pace::GATHER;
use app::domain::{CampaignId, MemberId, OrganizationId};
use server_store::notify::Change;
use std::collections::BTreeSet;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::{RecvError, TryRecvError};
use tokio::time::{Instant, sleep, timeout_at};

/// What is heard of an organization from when it is made.
pub(super) struct Changes {
    organization: OrganizationId,
    receiver: Receiver<ChangeNews>,
}

/// What changed while a page waited; nothing, if it was only the time that it waited for.
#[derive(Debug, Default)]
pub(super) struct Heard {
    /// Campaigns whose counts changed.
    pub campaigns: BTreeSet<CampaignId>,
    /// Members whose own lists changed.
    pub members: BTreeSet<MemberId>,
    /// More than is named, or more than could be kept up with: look at all.
    pub everything: bool,
    /// Whether anything changed at all.
    pub anything: bool,
}

impl Changes {
    /// Hears of changes from now on: what is read after this misses none.
    pub fn of(live: &LiveHub, organization: OrganizationId) -> Self {
        Self {
            organization,
            receiver: live.subscribe(),
        }
    }

    /// Waits for a change of the organization that `concerns` the page, gathers what comes close after it, and
    /// gives all of that; or what little there is, at the deadline. `None` when there will be no more.
    pub async fn next(
        &mut self,
        deadline: Instant,
        concerns: impl Fn(&Change) -> bool,
    ) -> Option<Heard> {
        let mut heard = Heard::default();
        loop {
            match timeout_at(deadline, self.receiver.recv()).await {
                Err(_) => return Some(heard),
                Ok(Ok(ChangeNews::Changed(change))) => {
                    if self.note(&change, &mut heard) && (change.more || concerns(&change)) {
                        break;
                    }
                }
                Ok(Ok(ChangeNews::Missed) | Err(RecvError::Lagged(_))) => {
                    heard.everything = true;
                    break;
                }
                Ok(Err(RecvError::Closed)) => return None,
            }
        }
        // Asleep, not listening: hundreds of pages would wake up for each change.
        sleep(GATHER).await;
        loop {
            match self.receiver.try_recv() {
                Ok(ChangeNews::Changed(change)) => {
                    self.note(&change, &mut heard);
                }
                Ok(ChangeNews::Missed) | Err(TryRecvError::Lagged(_)) => heard.everything = true,
                Err(TryRecvError::Empty) => break,
                Err(TryRecvError::Closed) => return None,
            }
        }
        heard.anything = true;
        Some(heard)
    }

    /// Whether it is a change of the organization.
    fn note(&self, change: &Change, heard: &mut Heard) -> bool {
        if change.organization != self.organization {
            return false;
        }
        heard.campaigns.extend(&change.campaigns);
        heard.members.extend(&change.members);
        heard.everything |= change.more;
        heard.anything = true;
        true
    }
}
