//! To whom events are told, and until when.

use super::hub::AccessNews;
use crate::http::AppState;
use app::domain::{Role, Viewer};
use app::error::AppError;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures::stream::{Stream, StreamExt};
use server_auth::{id_hash, viewer_now};
use server_store::Store;
use server_store::database::{PATIENCE, answered};
use std::convert::Infallible;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tower_sessions::Session;
use tower_sessions::session::Id;

/// Answers with these events until the server ends, or the viewer does not have this session or a role that
/// `may` hear of them any more. That is read anew before each event is told, because a page stays open for days,
/// and as soon as the viewer is named by a change of access.
pub(super) fn tell(
    state: &AppState,
    session: &Session,
    viewer: Viewer,
    may: fn(Role) -> bool,
    events: impl Stream<Item = Result<Event, Infallible>> + Send + 'static,
) -> Response {
    let access = Access {
        store: state.store.clone(),
        session: session.id(),
        viewer,
        may,
    };
    let lost = access.clone().lost(state.live.access_changes());
    // Without a session there is no viewer, so that nobody shares the empty hash.
    let session = session.id().as_ref().map(id_hash).unwrap_or_default();
    // Counts as open until the answer is dropped, and the stream with it.
    let open = state.live.streams.open(session);
    let superseded = open.superseded();
    let told = events.scan((access, open), |(access, _), event| {
        let access = access.clone();
        async move { access.is_kept().await.then_some(event) }
    });
    Sse::new(
        told.take_until(state.ending.clone().cancelled_owned())
            .take_until(lost)
            .take_until(superseded),
    )
    .keep_alive(KeepAlive::default())
    .into_response()
}

/// What somebody needs to keep in order to go on listening.
#[derive(Clone)]
struct Access {
    store: Store,
    session: Option<Id>,
    viewer: Viewer,
    may: fn(Role) -> bool,
}

impl Access {
    async fn is_kept(&self) -> bool {
        // A fault is logged; the browser connects anew, and is refused if it has to be.
        let now = answered(PATIENCE, viewer_now(&self.store, self.session)).await;
        now.map_err(AppError::from).is_ok_and(|now| {
            now.is_some_and(|now| {
                (now.organization, now.member) == (self.viewer.organization, self.viewer.member)
                    && (self.may)(now.role)
            })
        })
    }

    /// Returns when it is not kept any more. Asked only when the viewer is named, or when somebody may have been
    /// whose name was missed.
    async fn lost(self, mut changes: Receiver<AccessNews>) {
        loop {
            let concerns = match changes.recv().await {
                Ok(AccessNews::Changed(change)) => {
                    (change.organization, change.member)
                        == (self.viewer.organization, self.viewer.member)
                }
                Ok(AccessNews::Missed) | Err(RecvError::Lagged(_)) => true,
                Err(RecvError::Closed) => return,
            };
            if concerns && !self.is_kept().await {
                return;
            }
        }
    }
}
