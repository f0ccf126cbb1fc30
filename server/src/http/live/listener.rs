//! The signed-in member who opens a stream.

use super::access::Access;
use super::changes::Changes;
use super::source::{Source, events};
use crate::auth::id_hash;
use crate::http::AppState;
use app::domain::{Role, Viewer};
use axum::extract::FromRequestParts;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures::stream::{Stream, StreamExt};
use http::StatusCode;
use http::request::Parts;
use std::convert::Infallible;
use tower_sessions::Session;

/// An extractor of whoever is signed in; nobody is answered with 401.
pub(super) struct Listener {
    state: AppState,
    session: Session,
    viewer: Viewer,
}

impl FromRequestParts<AppState> for Listener {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, StatusCode> {
        let viewer = parts.extensions.get::<Viewer>().cloned();
        Ok(Self {
            viewer: viewer.ok_or(StatusCode::UNAUTHORIZED)?,
            session: Session::from_request_parts(parts, state)
                .await
                .map_err(|(status, _)| status)?,
            state: state.clone(),
        })
    }
}

impl Listener {
    /// The stream of a source, for a role that `may` have it; other roles are answered with 403.
    pub fn stream<S: Source>(
        self,
        may: fn(Role) -> bool,
        source: impl FnOnce(AppState, Viewer) -> S,
    ) -> Response {
        if !may(self.viewer.role) {
            return StatusCode::FORBIDDEN.into_response();
        }
        // Subscribed before the source reads for the first time: a change during that is not missed.
        let changes = Changes::subscribe(&self.state.live, self.viewer.organization);
        let source = source(self.state.clone(), self.viewer.clone());
        self.authorized_sse(may, events(changes, source))
    }

    /// Answers with these events until the server ends, or the viewer has lost this session or a role that `may` have
    /// them. That is read anew before each event is sent, because a page stays open for days, and as soon as the viewer
    /// is named by a change of access.
    fn authorized_sse(
        self,
        may: fn(Role) -> bool,
        events: impl Stream<Item = Result<Event, Infallible>> + Send + 'static,
    ) -> Response {
        let access = Access {
            store: self.state.store.clone(),
            session: self.session.id(),
            viewer: self.viewer,
            may,
        };
        let lost = access.clone().lost(self.state.live.access_changes());
        // Without a session there is no viewer, so that nobody shares the empty hash.
        let session = self.session.id().as_ref().map(id_hash).unwrap_or_default();
        // Counts as open until the answer is dropped, and the stream with it.
        let open = self.state.live.streams.open(session);
        let superseded = open.superseded();
        let authorized = events.scan((access, open), |(access, _), event| {
            let access = access.clone();
            async move { access.is_kept().await.then_some(event) }
        });
        Sse::new(
            authorized
                .take_until(self.state.ending.clone().cancelled_owned())
                .take_until(lost)
                .take_until(superseded),
        )
        .keep_alive(KeepAlive::default())
        .into_response()
    }
}
