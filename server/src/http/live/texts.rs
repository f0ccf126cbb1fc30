//! What a texter may request, while they look at the form.

use super::changes::Changes;
use super::pace::{PACE, REFRESH, spread};
use super::tell::tell;
use crate::http::AppState;
use app::domain::{Age, RequestOffer, Role, Viewer};
use app::error::AppError;
use app::islands::Encoded;
use axum::Extension;
use axum::extract::State;
use axum::response::sse::Event;
use axum::response::{IntoResponse, Response};
use futures::stream::{self, Stream};
use http::StatusCode;
use server_store::database::{PATIENCE, answered};
use server_store::requests::OfferContext;
use std::collections::VecDeque;
use std::convert::Infallible;
use tokio::time::Instant;
use tower_sessions::Session;

/// A stream of two kinds of events: `offer`, a [`RequestOffer`] that reads differently than the one
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

/// Hundreds of these are open. Only what concerns its viewer alone makes one of them ask the database.
struct Page {
    state: AppState,
    viewer: Viewer,
    changes: Changes,
    /// What decides on the viewer's requests; `None`: it has to be read.
    offer_context: Option<OfferContext>,
    told: Option<RequestOffer>,
    /// The viewer's own list may be different.
    inbox: bool,
    /// When it looked at the pools last.
    looked_at: Instant,
    /// As of which moment it asked for them.
    as_of: Instant,
    /// When it first and last heard of something since.
    heard_at: Option<(Instant, Instant)>,
}

/// What a page looks at.
enum Look {
    /// Everything, before it has told anything.
    First,
    /// What concerns the viewer alone.
    Own,
    /// Everything, with the pools as of this moment or later.
    All(Instant),
}

fn events(state: AppState, viewer: Viewer) -> impl Stream<Item = Result<Event, Infallible>> {
    // Heard before it is looked at: what changes during the first look is not missed.
    let changes = Changes::of(&state.live, viewer.organization);
    let now = Instant::now();
    let page = Page {
        state,
        viewer,
        changes,
        offer_context: None,
        told: None,
        inbox: false,
        looked_at: now,
        as_of: now,
        // The first look may be at a count that is a moment old: it looks again.
        heard_at: Some((now, now)),
    };
    stream::unfold((page, VecDeque::new()), |(mut page, mut untold)| async {
        while untold.is_empty() {
            untold = page.next().await?;
        }
        let event = untold.pop_front()?;
        Some((Ok(event), (page, untold)))
    })
}

impl Page {
    /// What there is to tell when it has looked once more; `None` when there will be no more.
    async fn next(&mut self) -> Option<VecDeque<Event>> {
        let look = match self.told {
            None => Look::First,
            Some(_) => self.wait().await?,
        };
        // What is heard from here on is looked at the next time.
        let inbox = std::mem::take(&mut self.inbox);
        // A fault is in the log already; the browser connects anew.
        let offer = self.offer(look).await.ok()?;
        let mut untold = VecDeque::new();
        if self.told.as_ref() != Some(&offer) {
            let event = Event::default().event("offer").data(Encoded::new(&offer));
            untold.push_back(event);
            self.told = Some(offer);
        }
        if inbox {
            untold.push_back(Event::default().event("inbox").data("changed"));
        }
        Some(untold)
    }

    /// Waits until there is something to look at: at once for what names the viewer; for all else at the page's own
    /// pace, so that not all of them look, and tell, at the same moment.
    async fn wait(&mut self) -> Option<Look> {
        let refresh_at = self.looked_at + REFRESH + spread(&self.viewer);
        loop {
            let look_at = self.look_at();
            let deadline = look_at.map_or(refresh_at, |at| at.min(refresh_at));
            let heard = self.changes.next(deadline, |_| true).await?;
            let now = Instant::now();
            if heard.anything {
                let first = self.heard_at.map_or(now, |(first, _)| first);
                self.heard_at = Some((first, now));
            }
            let own = heard.members.contains(&self.viewer.member);
            if own || heard.everything {
                self.inbox = true;
                self.offer_context = None;
            }
            if let (Some(look_at), Some((_, last))) = (self.look_at(), self.heard_at)
                && look_at <= now
            {
                return Some(Look::All(last));
            }
            if refresh_at <= now {
                self.offer_context = None;
                // One count serves all whose turn comes at about this time.
                return Some(Look::All(self.looked_at + REFRESH / 2));
            }
            if own {
                return Some(Look::Own);
            }
        }
    }

    /// When it looks at what it has heard of.
    fn look_at(&self) -> Option<Instant> {
        let (first, _) = self.heard_at?;
        Some((self.looked_at + PACE).max(first + spread(&self.viewer)))
    }

    /// What the viewer may request, with waits as the form shows them.
    async fn offer(&mut self, look: Look) -> Result<RequestOffer, AppError> {
        let (pools, organization) = (&self.state.live.pools, self.viewer.organization);
        let pool_counts = match look {
            Look::First => pools.for_page(organization).await?,
            // The same as before, without a new count.
            Look::Own => pools.since(organization, self.as_of).await?,
            Look::All(moment) => {
                self.heard_at = None;
                self.looked_at = Instant::now();
                self.as_of = moment;
                pools.since(organization, moment).await?
            }
        };
        let kept = self.offer_context.take().filter(|kept| {
            // What carries escalation tags is counted for each texter.
            matches!(look, Look::Own) || !kept.follows_pools()
        });
        let offer_context = match kept {
            Some(kept) => kept,
            None => answered(PATIENCE, self.state.store.offer_context(&self.viewer)).await?,
        };
        let mut offer = offer_context.offer(&pool_counts);
        self.offer_context = Some(offer_context);
        if let RequestOffer::Open { pools, .. } = &mut offer {
            for wait in pools
                .iter_mut()
                .filter_map(|pool| pool.oldest_wait.as_mut())
            {
                *wait = Age(wait.minutes() * 60);
            }
        }
        Ok(offer)
    }
}
