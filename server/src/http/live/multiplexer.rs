//! The stream of a page: the events of one source for each of its topics, which may change while it is open.

use super::access::{Access, End};
use super::changes::Changes;
use super::event::{self, SourceEvent};
use super::open_streams::OpenStream;
use super::pace::OUTDATED_DELAY;
use super::source::events;
use super::sources::{
    CampaignCounts, EscalatedFigure, OpenedConversation, PageFigures, PendingRequests,
    RunningReleases, TexterHome,
};
use super::topics::{Topics, require};
use crate::http::AppState;
use app::domain::{Admin, Decider, NotAllowed, Role, Texter, Topic, Viewer};
use axum::response::sse::Event;
use futures::stream::{self, BoxStream, Stream, StreamExt};
use sentences::Language;
use std::convert::Infallible;
use tokio::sync::watch;
use tokio_stream::StreamMap;

/// The events of a source; `None` when it has ended.
type Events = BoxStream<'static, Option<SourceEvent>>;

struct Multiplexer {
    state: AppState,
    access: Access,
    /// It counts as open until this is dropped.
    _open: OpenStream,
    wanted: watch::Receiver<Topics>,
    /// Those of the wanted ones that the viewer's role allows.
    allowed: Topics,
    sources: StreamMap<Topic, Events>,
    /// The role for which they were opened: another one is sent something else of the same topic.
    role: Role,
    /// Whether its last event was sent.
    has_ended: bool,
}

/// The events of the topics of a stream, in this language, until one of the sources ends: then the browser reconnects, and gets
/// everything. Whenever other topics are wanted, or allowed, the stream says which it has now, and after that sends
/// those that are new in full.
pub(super) fn multiplexed(
    state: AppState,
    access: Access,
    open: OpenStream,
    language: Language,
) -> impl Stream<Item = Result<Event, Infallible>> + Send + 'static {
    let mut wanted = open.topics();
    wanted.mark_changed();
    let multiplexer = Multiplexer {
        role: access.viewer.role,
        state,
        access,
        _open: open,
        wanted,
        allowed: Topics::default(),
        sources: StreamMap::new(),
        has_ended: false,
    };
    // Whoever reads a stream polls it in no request's task.
    stream::unfold(multiplexer, move |mut multiplexer| async move {
        let event = sentences::scope(language, multiplexer.next()).await?;
        Some((Ok(event), multiplexer))
    })
}

impl Multiplexer {
    /// The next event; the last one says so where the page is outdated.
    async fn next(&mut self) -> Option<Event> {
        if self.has_ended {
            return None;
        }
        match self.next_event().await {
            Ok(event) => Some(event),
            Err(end) => {
                self.has_ended = true;
                if end == End::Silent {
                    return None;
                }
                tokio::time::sleep(OUTDATED_DELAY).await;
                Some(event::outdated())
            }
        }
    }

    async fn next_event(&mut self) -> Result<Event, End> {
        loop {
            tokio::select! {
                biased;
                () = self.access.changed() => {
                    let before = self.allowed.clone();
                    let topics = self.open_allowed().await?;
                    if self.allowed != before {
                        return Ok(topics);
                    }
                }
                changed = self.wanted.changed() => {
                    changed.map_err(|_| End::Silent)?;
                    return self.open_allowed().await;
                }
                Some((topic, event)) = self.sources.next(), if !self.sources.is_empty() => {
                    let viewer = self.access.viewer_now().await?;
                    if viewer.role != self.role || require(&topic, &viewer).is_err() {
                        return self.open_allowed().await;
                    }
                    return Ok(event.ok_or(End::Silent)?.of(&topic));
                }
            }
        }
    }

    /// Opens the sources of topics that are wanted and allowed now, and drops the others.
    ///
    /// # Errors
    /// The viewer may listen to none of them, or has no access any more.
    async fn open_allowed(&mut self) -> Result<Event, End> {
        // The role may be another than when the stream was opened.
        let viewer = self.access.viewer_now().await?;
        let wanted = self.wanted.borrow().clone();
        self.allowed = wanted.allowed(&viewer)?;
        if self.role != viewer.role {
            self.role = viewer.role;
            self.sources.clear();
        }
        let open: Vec<_> = self.sources.keys().cloned().collect();
        for topic in open.iter().filter(|topic| !self.allowed.contain(topic)) {
            self.sources.remove(topic);
        }
        for topic in self.allowed.iter().filter(|topic| !open.contains(topic)) {
            let events = self.open(topic, &viewer)?;
            self.sources.insert(topic.clone(), events);
        }
        Ok(event::topics(&self.allowed, &wanted))
    }

    fn open(&self, topic: &Topic, viewer: &Viewer) -> Result<Events, NotAllowed> {
        let (state, viewer) = (self.state.clone(), viewer.clone());
        // Subscribed before the source first reads, so that no change in between is missed.
        let changes = Changes::subscribe(&state.live, viewer.organization);
        Ok(match topic {
            Topic::Texts => {
                let viewer = Texter::try_from(viewer)?;
                until_end(events(changes, TexterHome::new(state, viewer)))
            }
            Topic::Conversation(id) => {
                let viewer = Texter::try_from(viewer)?;
                until_end(events(changes, OpenedConversation::new(state, viewer, *id)))
            }
            Topic::PendingRequests => {
                Decider::try_from(viewer)?;
                until_end(events(changes, PendingRequests::default()))
            }
            Topic::Releases => {
                let viewer = Admin::try_from(viewer)?;
                until_end(events(changes, RunningReleases::new(state, viewer)))
            }
            Topic::HeadFigures => match Decider::try_from(viewer.clone()) {
                Ok(viewer) => until_end(events(changes, PageFigures::new(state, viewer, None))),
                Err(NotAllowed) => {
                    let viewer = Texter::try_from(viewer)?;
                    until_end(events(changes, EscalatedFigure::new(state, viewer)))
                }
            },
            Topic::AssignmentFigures => {
                let admin = Admin::try_from(viewer)?;
                let viewer = Decider::clone(&admin);
                until_end(events(
                    changes,
                    PageFigures::new(state, viewer, Some(admin)),
                ))
            }
            Topic::Campaigns(ids) => {
                let viewer = Admin::try_from(viewer)?;
                until_end(events(changes, CampaignCounts::new(state, viewer, ids)))
            }
        })
    }
}

fn until_end(events: impl Stream<Item = SourceEvent> + Send + 'static) -> Events {
    events.map(Some).chain(stream::iter([None])).boxed()
}
