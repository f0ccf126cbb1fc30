//! The signed-in member who opens a stream.

use super::access::Access;
use super::changes::Changes;
use super::pace::HEARTBEAT_INTERVAL;
use super::source::{Source, events};
use crate::http::AppState;
use app::domain::{NotAllowed, Viewer};
use axum::extract::FromRequestParts;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures::stream::{Stream, StreamExt};
use http::request::Parts;
use server_auth::{Allowed, Refused, id_hash};
use std::convert::Infallible;
use tower_sessions::Session;

/// An extractor of a signed-in member with the role that a stream needs, as its witness.
pub(super) struct Listener<Witness> {
    state: AppState,
    session: Session,
    viewer: Witness,
}

impl<Witness> FromRequestParts<AppState> for Listener<Witness>
where
    Witness: TryFrom<Viewer, Error = NotAllowed> + Send,
{
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Response> {
        let Allowed(viewer) = Allowed::from_request_parts(parts, state)
            .await
            .map_err(IntoResponse::into_response)?;
        let session = Session::from_request_parts(parts, state)
            .await
            .map_err(IntoResponse::into_response)?;
        Ok(Self {
            state: state.clone(),
            session,
            viewer,
        })
    }
}

impl<Witness> Listener<Witness>
where
    Witness: TryFrom<Viewer, Error = NotAllowed> + Into<Viewer> + Clone,
{
    /// The same listener, with a role that only some streams need.
    ///
    /// # Errors
    /// The viewer does not have it.
    pub fn require<Higher>(self) -> Result<Listener<Higher>, Refused>
    where
        Higher: TryFrom<Viewer, Error = NotAllowed>,
    {
        let viewer = Higher::try_from(self.viewer.into());
        Ok(Listener {
            state: self.state,
            session: self.session,
            viewer: viewer.map_err(|error| Refused(error.into()))?,
        })
    }

    /// The stream of a source.
    pub fn stream<S: Source>(self, source: impl FnOnce(AppState, Witness) -> S) -> Response {
        let viewer: Viewer = self.viewer.clone().into();
        // Subscribed before the source first reads, so that no change in between is missed.
        let changes = Changes::subscribe(&self.state.live, viewer.organization);
        let source = source(self.state.clone(), self.viewer.clone());
        self.authorized_sse(viewer, events(changes, source))
    }

    /// Responds with these events until the server ends, or the viewer loses the session or the role. A page stays open for
    /// days, so access is checked before each event, and at once when the viewer's access changes.
    fn authorized_sse(
        self,
        viewer: Viewer,
        events: impl Stream<Item = Result<Event, Infallible>> + Send + 'static,
    ) -> Response {
        let access = Access {
            store: self.state.store.clone(),
            session: self.session.id(),
            viewer,
            may: |viewer| Witness::try_from(viewer).is_ok(),
        };
        let lost = access.clone().lost(self.state.live.access_changes());
        // Without a session there is no viewer, so the empty hash is not used.
        let session = self.session.id().as_ref().map(id_hash).unwrap_or_default();
        // It counts as open until the response is dropped.
        let open = self.state.live.streams.open(session);
        let superseded = open.superseded();
        let authorized = events.scan((access, open), |(access, _), event| {
            let access = access.clone();
            async move { access.is_kept().await.then_some(event) }
        });
        let heartbeat = Event::default().event("heartbeat").data("here");
        Sse::new(
            authorized
                .take_until(self.state.ending.clone().cancelled_owned())
                .take_until(lost)
                .take_until(superseded),
        )
        .keep_alive(
            KeepAlive::new()
                .interval(HEARTBEAT_INTERVAL)
                .event(heartbeat),
        )
        .into_response()
    }
}
