//! The counts and the switches of the campaigns that an admin looks at.

use crate::http::AppState;
use crate::http::live::changes::ChangeSet;
use crate::http::live::event;
use crate::http::live::listener::Listener;
use crate::http::live::pace::REFRESH_INTERVAL;
use crate::http::live::source::Source;
use app::domain::{Admin, CampaignId};
use app::error::AppError;
use app::ports::Campaigns;
use axum::extract::Query;
use axum::response::sse::Event;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use serde::Deserialize;
use server_store::database::{RESPOND_WITHIN, answered};
use server_store::notify::Change;
use std::collections::BTreeSet;
use tokio::time::Instant;

/// A page shows at most this many campaigns.
const MAX_IDS: usize = 200;

#[derive(Deserialize)]
pub(in crate::http::live) struct Shown {
    /// Campaign ids, separated by commas.
    ids: String,
}

/// A stream of `counts` events: the [`app::domain::CampaignLiveState`] of the campaigns that changed; the first has
/// all.
pub(in crate::http::live) async fn stream(
    listener: Listener<Admin>,
    Query(shown): Query<Shown>,
) -> Response {
    let ids = shown.ids.split(',').filter(|id| !id.is_empty());
    let ids: Option<BTreeSet<CampaignId>> = ids.map(|id| id.parse().ok()).collect();
    let Some(shown) = ids.filter(|ids| ids.len() <= MAX_IDS) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    listener.stream(|state, viewer| CampaignCounts {
        state,
        viewer,
        shown,
        refresh_at: Instant::now(),
    })
}

struct CampaignCounts {
    state: AppState,
    viewer: Admin,
    shown: BTreeSet<CampaignId>,
    /// When all of them are read again, because waits grow.
    refresh_at: Instant,
}

impl Source for CampaignCounts {
    fn concerns(&self, change: &Change) -> bool {
        change.campaigns.iter().any(|id| self.shown.contains(id))
    }

    fn deadline(&self) -> Instant {
        self.refresh_at
    }

    async fn read(&mut self, changes: &ChangeSet) -> Result<Vec<Event>, AppError> {
        let ids: Vec<CampaignId> = if changes.everything || self.refresh_at <= Instant::now() {
            self.refresh_at = Instant::now() + REFRESH_INTERVAL;
            self.shown.iter().copied().collect()
        } else {
            changes
                .campaigns
                .intersection(&self.shown)
                .copied()
                .collect()
        };
        let counts = answered(
            RESPOND_WITHIN,
            self.state.store.live_state(&self.viewer, &ids),
        )
        .await?;
        Ok(vec![event::value("counts", &counts)])
    }
}
