//! The counts and the switches of the campaigns that an admin looks at.

use crate::http::AppState;
use crate::http::live::changes::ChangeSet;
use crate::http::live::event::SourceEvent;
use crate::http::live::pace::REFRESH_INTERVAL;
use crate::http::live::source::Source;
use app::domain::{Admin, CampaignId};
use app::error::AppError;
use app::ports::Campaigns;
use app::view_models::CampaignLiveState;
use server_store::database::{RESPOND_WITHIN, answered};
use server_store::notify::Change;
use std::collections::BTreeSet;
use tokio::time::Instant;

/// Events of the [`CampaignLiveState`] of campaigns: `counts` of all of them, at first, after a change of settings and
/// now and then, or what changed in it.
pub(in crate::http::live) struct CampaignCounts {
    state: AppState,
    viewer: Admin,
    shown: BTreeSet<CampaignId>,
    /// When all of them are read again, because waits grow, and texting hours open and end.
    refresh_at: Instant,
}

impl CampaignCounts {
    pub fn new(state: AppState, viewer: Admin, shown: &[CampaignId]) -> Self {
        Self {
            state,
            viewer,
            shown: shown.iter().copied().collect(),
            refresh_at: Instant::now(),
        }
    }
}

impl Source for CampaignCounts {
    fn concerns(&self, change: &Change) -> bool {
        change.campaigns.iter().any(|id| self.shown.contains(id))
    }

    fn deadline(&self) -> Instant {
        self.refresh_at
    }

    async fn read(&mut self, changes: &ChangeSet) -> Result<Vec<SourceEvent>, AppError> {
        let all = changes.everything || self.refresh_at <= Instant::now();
        let ids: Vec<CampaignId> = if all {
            self.refresh_at = Instant::now() + REFRESH_INTERVAL;
            self.shown.iter().copied().collect()
        } else {
            let changed = changes.campaigns.intersection(&self.shown);
            changed.copied().collect()
        };
        let rows = self.state.store.some(&self.viewer, &ids);
        let rows = answered(RESPOND_WITHIN, rows).await?;
        let counts: Vec<_> = rows.iter().map(CampaignLiveState::of).collect();
        Ok(vec![match all {
            true => SourceEvent::state("counts", &counts),
            false => SourceEvent::change("counts", &counts),
        }])
    }
}
