//! The counts and the switches of the campaigns that an admin looks at.

use super::changes::{Changes, Heard};
use super::pace::REFRESH;
use super::tell::tell;
use crate::http::AppState;
use app::domain::{CampaignId, Role, Viewer};
use app::islands::Encoded;
use app::ports::Campaigns;
use axum::Extension;
use axum::extract::{Query, State};
use axum::response::sse::Event;
use axum::response::{IntoResponse, Response};
use futures::stream::{self, Stream};
use http::StatusCode;
use serde::Deserialize;
use server_store::database::{PATIENCE, answered};
use server_store::notify::Change;
use std::collections::BTreeSet;
use std::convert::Infallible;
use tokio::time::Instant;
use tower_sessions::Session;

/// A page shows at most this many campaigns.
const MOST_IDS: usize = 200;

#[derive(Deserialize)]
pub(super) struct Shown {
    /// Campaign ids, separated by commas.
    ids: String,
}

/// A stream of `counts` events, each with the campaigns that changed as they are now; the first has them all.
pub(super) async fn stream(
    State(state): State<AppState>,
    session: Session,
    viewer: Option<Extension<Viewer>>,
    Query(shown): Query<Shown>,
) -> Response {
    let Some(Extension(viewer)) = viewer else {
        return StatusCode::UNAUTHORIZED.into_response();
    };
    if !viewer.role.may_administer() {
        return StatusCode::FORBIDDEN.into_response();
    }
    let ids: Option<BTreeSet<CampaignId>> = shown
        .ids
        .split(',')
        .filter(|id| !id.is_empty())
        .map(|id| id.parse().ok())
        .collect();
    match ids {
        Some(ids) if ids.len() <= MOST_IDS => {
            let events = events(state.clone(), viewer.clone(), ids);
            tell(&state, &session, viewer, Role::may_administer, events)
        }
        _ => StatusCode::BAD_REQUEST.into_response(),
    }
}

struct Page {
    state: AppState,
    viewer: Viewer,
    shown: BTreeSet<CampaignId>,
    changes: Changes,
    /// When it tells of all of them, and again after that.
    refresh_at: Instant,
}

fn events(
    state: AppState,
    viewer: Viewer,
    shown: BTreeSet<CampaignId>,
) -> impl Stream<Item = Result<Event, Infallible>> {
    // Heard before it is counted: a change during the first count is not missed.
    let page = Page {
        changes: Changes::of(&state.live, viewer.organization),
        state,
        viewer,
        shown,
        refresh_at: Instant::now(),
    };
    stream::unfold(page, |mut page| async move {
        let ids: Vec<CampaignId> = page.changed().await?.into_iter().collect();
        // A fault is in the log already; the browser connects anew and is told everything.
        let now = page.state.store.live_state(&page.viewer, &ids);
        let now = answered(PATIENCE, now).await.ok()?;
        let event = Event::default().event("counts").data(Encoded::new(&now));
        Some((Ok(event), page))
    })
}

impl Page {
    /// Which of the campaigns that it shows have changed, or all of them when it is time; `None` when there will be
    /// no more.
    async fn changed(&mut self) -> Option<BTreeSet<CampaignId>> {
        let Self { changes, shown, .. } = self;
        let concerns = |change: &Change| change.campaigns.iter().any(|id| shown.contains(id));
        // The first count of a page is not held back.
        let heard = if self.refresh_at > Instant::now() {
            changes.next(self.refresh_at, concerns).await?
        } else {
            Heard::default()
        };
        if heard.everything || self.refresh_at <= Instant::now() {
            self.refresh_at = Instant::now() + REFRESH;
            return Some(shown.clone());
        }
        Some(heard.campaigns.intersection(shown).copied().collect())
    }
}
