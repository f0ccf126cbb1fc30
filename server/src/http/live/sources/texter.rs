//! A texter's home: what they may request, and which other parts of it may have changed.

use crate::http::AppState;
use crate::http::live::Patience;
use crate::http::live::changes::ChangeSet;
use crate::http::live::event::SourceEvent;
use crate::http::live::pace::{MIN_POOL_INTERVAL, REFRESH_INTERVAL, jitter};
use crate::http::live::source::Source;
use app::domain::{Age, RequestOffer, Texter};
use app::error::AppError;
use app::view_models::HomeParts;
use server_store::database::{RESPOND_WITHIN, answered};
use server_store::notify::Change;
use server_store::requests::OfferContext;
use tokio::time::Instant;

/// Four kinds of events: `offer`, a [`RequestOffer`] that is different from the one before; `inbox`, a
/// ping: what this texter holds has changed; `home`, the [`HomeParts`] besides the offer that may have changed; and
/// `report` with a conversation that they hold, on a text of which there is a delivery report.
///
/// Hundreds of these are open. Only what concerns its viewer alone makes one of them ask the database.
pub(in crate::http::live) struct TexterHome {
    state: AppState,
    viewer: Texter,
    /// What decides on the viewer's requests; `None`: it has to be read.
    offer_context: Option<OfferContext>,
    sent: Option<RequestOffer>,
    /// What may have changed since the last event, besides the offer. The page keeps the parts and asks for these: kept
    /// here, they would be up to 50 replies with an excerpt and 50 campaigns for each of thousands of streams.
    changed: HomeParts,
    /// When it read the pools last.
    read_at: Instant,
    /// As of which moment it asked for them.
    as_of: Instant,
    /// The first and the last change since.
    changed_at: Option<(Instant, Instant)>,
}

/// What is read.
enum Extent {
    /// Everything, before anything was sent.
    First,
    /// What concerns the viewer alone.
    Own,
    /// Everything, with the pools as of this moment or later.
    All(Instant),
}

impl Source for TexterHome {
    fn concerns(&self, change: &Change) -> bool {
        let mut reports = change.reports.iter();
        change.reports.is_empty() || reports.any(|(member, _)| *member == self.viewer.member)
    }

    fn deadline(&self) -> Instant {
        let refresh_at = self.refresh_at();
        self.pools_at().map_or(refresh_at, |at| at.min(refresh_at))
    }

    async fn read(&mut self, changes: &ChangeSet) -> Result<Vec<SourceEvent>, AppError> {
        let own = changes.reports.iter();
        let own = own.filter(|(member, _)| *member == self.viewer.member);
        let mut events: Vec<_> = own
            .map(|(_, conversation)| SourceEvent::about("report", *conversation))
            .collect();
        let Some(extent) = self.extent(changes) else {
            return Ok(events);
        };
        // What changes from here on is read the next time.
        let changed = std::mem::replace(&mut self.changed, HomeParts::NONE);
        let offer = self.offer(extent).await?;
        if self.sent.as_ref() != Some(&offer) {
            events.push(SourceEvent::state("offer", &offer));
            self.sent = Some(offer);
        }
        if changed.has(HomeParts::CONVERSATIONS) {
            events.push(SourceEvent::ping("inbox"));
        }
        if changed != HomeParts::NONE {
            events.push(SourceEvent::value("home", &changed));
        }
        Ok(events)
    }
}

impl TexterHome {
    pub fn new(state: AppState, viewer: Texter) -> Self {
        let now = Instant::now();
        Self {
            state,
            viewer,
            offer_context: None,
            sent: None,
            changed: HomeParts::NONE,
            read_at: now,
            as_of: now,
            // The first read may be of a count that is a moment old: it reads again.
            changed_at: Some((now, now)),
        }
    }

    /// What is to be read now: at once what names the viewer; all else at the stream's own pace, so that not all of
    /// them read, and send, at the same moment.
    fn extent(&mut self, changes: &ChangeSet) -> Option<Extent> {
        if self.sent.is_none() {
            return Some(Extent::First);
        }
        let now = Instant::now();
        if changes.pools() {
            let first = self.changed_at.map_or(now, |(first, _)| first);
            self.changed_at = Some((first, now));
        }
        let own = self.own_parts(changes);
        let changed = match changes.everything {
            true => HomeParts::ALL_BUT_OFFER,
            false => own,
        };
        if changed != HomeParts::NONE {
            self.changed = self.changed | changed;
            self.offer_context = None;
        }
        if let (Some(pools_at), Some((_, last))) = (self.pools_at(), self.changed_at)
            && pools_at <= now
        {
            return Some(Extent::All(last));
        }
        if self.refresh_at() <= now {
            self.offer_context = None;
            // One count serves all whose turn comes at about this time.
            return Some(Extent::All(self.read_at + REFRESH_INTERVAL / 2));
        }
        (own != HomeParts::NONE).then_some(Extent::Own)
    }

    /// The parts that changed in what names the viewer, as the table of [`HomeParts`] says.
    fn own_parts(&self, changes: &ChangeSet) -> HomeParts {
        [
            (&changes.members, HomeParts::CONVERSATIONS),
            (&changes.notices, HomeParts::LOSSES | HomeParts::OUTCOME),
            (&changes.requests, HomeParts::OUTCOME),
        ]
        .into_iter()
        .filter(|(members, _)| members.contains(&self.viewer.member))
        .fold(HomeParts::NONE, |parts, (_, more)| parts | more)
    }

    /// When everything is read again although nothing has changed.
    fn refresh_at(&self) -> Instant {
        self.read_at + REFRESH_INTERVAL + jitter(&self.viewer)
    }

    /// When the pools are read for what has changed, if anything has.
    fn pools_at(&self) -> Option<Instant> {
        let (first, _) = self.changed_at?;
        Some((self.read_at + MIN_POOL_INTERVAL).max(first + jitter(&self.viewer)))
    }

    /// What the viewer may request, with waits as the form shows them.
    async fn offer(&mut self, extent: Extent) -> Result<RequestOffer, AppError> {
        let (pools, organization) = (&self.state.live.pools, self.viewer.organization);
        let pool_counts = match extent {
            Extent::First => pools.for_page(organization, Patience::Page).await?,
            // The same as before, without a new count.
            Extent::Own => pools.since(organization, self.as_of).await?,
            Extent::All(moment) => {
                self.changed_at = None;
                self.read_at = Instant::now();
                self.as_of = moment;
                pools.since(organization, moment).await?
            }
        };
        let kept = self.offer_context.take().filter(|kept| {
            // What carries escalation tags is counted for each texter.
            matches!(extent, Extent::Own) || !kept.follows_pools()
        });
        let offer_context = match kept {
            Some(kept) => kept,
            None => answered(RESPOND_WITHIN, self.state.store.offer_context(&self.viewer)).await?,
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
