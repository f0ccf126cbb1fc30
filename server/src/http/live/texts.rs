//! What a texter may request, while they look at the form.

use super::tell::tell;
use super::{GATHER, REFRESH};
use crate::http::AppState;
use crate::store::notify::Change;
use app::domain::{RequestOffer, Role, Viewer};
use app::islands::Packed;
use axum::Extension;
use axum::extract::State;
use axum::response::sse::Event;
use axum::response::{IntoResponse, Response};
use futures::stream::{self, Stream};
use http::StatusCode;
use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::Arc;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::time::{Instant, timeout_at};
use tower_sessions::Session;

/// A stream of two kinds of events: `offer`, a [`RequestOffer`] that differs from the one
/// before, and `inbox`, without data: the replies that this texter holds have changed.
pub(super) async fn stream(
    State(state): State<AppState>,
    session: Session,
    viewer: Option<Extension<Viewer>>,
) -> Response {
    let Some(Extension(viewer)) = viewer else {
        return StatusCode::UNAUTHORIZED.into_response();
    };
    let events = events(state.clone(), viewer.clone());
    tell(&state, &session, viewer, Role::may_text, events)
}

struct Page {
    state: AppState,
    viewer: Viewer,
    changes: Receiver<Arc<Change>>,
    told: Option<RequestOffer>,
    untold: VecDeque<Event>,
}

/// What happened while the page was waiting.
#[derive(Default)]
struct Heard {
    /// The texter's own list changed.
    inbox: bool,
    /// Nothing did, but the waits have grown.
    refresh: bool,
}

fn events(state: AppState, viewer: Viewer) -> impl Stream<Item = Result<Event, Infallible>> {
    let changes = state.live.subscribe();
    let page = Page {
        state,
        viewer,
        changes,
        told: None,
        untold: VecDeque::new(),
    };
    stream::unfold(page, |mut page| async move {
        while page.untold.is_empty() {
            let heard = if page.told.is_some() {
                page.wait_for_change().await?
            } else {
                Heard::default()
            };
            // A fault is in the log already; the browser connects anew.
            let offer = page
                .state
                .live
                .offer(&page.viewer, heard.refresh)
                .await
                .ok()?;
            if page.told.as_ref() != Some(&offer) {
                page.untold
                    .push_back(Event::default().event("offer").data(Packed::new(&offer)));
                page.told = Some(offer);
            }
            if heard.inbox {
                page.untold
                    .push_back(Event::default().event("inbox").data("changed"));
            }
        }
        let event = page.untold.pop_front()?;
        Some((Ok(event), page))
    })
}

impl Page {
    /// Returns after a change in the organization, having gathered those that came close together, or
    /// after the refresh time. `None` when there will be no more.
    async fn wait_for_change(&mut self) -> Option<Heard> {
        let mut heard = Heard::default();
        let refresh_at = Instant::now() + REFRESH;
        loop {
            match timeout_at(refresh_at, self.changes.recv()).await {
                Err(_) => {
                    return Some(Heard {
                        refresh: true,
                        ..heard
                    });
                }
                Ok(change) => {
                    if self.note(change, &mut heard)? {
                        break;
                    }
                }
            }
        }
        let until = Instant::now() + GATHER;
        while let Ok(change) = timeout_at(until, self.changes.recv()).await {
            self.note(change, &mut heard)?;
        }
        Some(heard)
    }

    /// Whether it concerns this organization at all.
    fn note(&self, change: Result<Arc<Change>, RecvError>, heard: &mut Heard) -> Option<bool> {
        match change {
            Ok(change) if change.organization != self.viewer.organization => return Some(false),
            Ok(change) => {
                heard.inbox |= change.more || change.members.contains(&self.viewer.member)
            }
            Err(RecvError::Lagged(_)) => heard.inbox = true,
            Err(RecvError::Closed) => return None,
        }
        Some(true)
    }
}
