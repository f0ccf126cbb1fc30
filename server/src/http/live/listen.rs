//! The two requests of a page: to open its stream, and to change the topics of it.

use super::access::Access;
use super::event;
use super::multiplexer::multiplexed;
use super::pace::HEARTBEAT_INTERVAL;
use super::topics::{StreamId, Topics};
use crate::http::AppState;
use crate::http::page_viewer::PageViewer;
use app::domain::{MemberId, Texter, Viewer};
use app::error::AppError;
use axum::extract::{Query, State};
use axum::response::sse::{KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Form};
use futures::stream::{self, StreamExt};
use http::StatusCode;
use sentences::Language;
use serde::Deserialize;
use server_auth::{Allowed, Refused, id_hash};
use server_store::database::{RESPOND_WITHIN, answered};
use server_store::stream_topics::{self, StreamTopics};
use std::convert::Infallible;
use tower_sessions::Session;

/// nginx passes on nothing before it has some kilobytes, unless a response says otherwise: pages would take the connection
/// for lost.
const NOT_HELD_BACK: [(&str, &str); 1] = [("x-accel-buffering", "no")];

/// A stream of a session, and the topics that it is to have.
#[derive(Deserialize)]
pub(super) struct Wanted {
    stream: StreamId,
    topics: Topics,
    /// The member whose page it is, as pages said it before they said the role.
    member: Option<MemberId>,
    /// Whose page it is, if the page says so.
    viewer: Option<PageViewer>,
    /// The language of the page, as its tag; without it, that of who listens.
    language: Option<String>,
}

/// Responds with the events of these topics, as far as the viewer's role allows them, until the server ends, or the
/// viewer loses the session or the role for all of them. A page stays open for days, so access is checked before each
/// event, and at once when the viewer's access changes. A page whose session has ended, or whose viewer has another
/// role, is sent one event alone, upon which it is fetched again: browsers do not tell pages why a stream was refused.
pub(super) async fn open(
    State(state): State<AppState>,
    viewer: Option<Extension<Viewer>>,
    session: Session,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Refused> {
    let viewer = viewer.map(|Extension(viewer)| viewer);
    let now = viewer.as_ref().map(|viewer| PageViewer {
        member: viewer.member,
        role: viewer.role,
    });
    if wanted.viewer.is_some() && wanted.viewer != now {
        let last = stream::iter([Ok::<_, Infallible>(event::outdated())]);
        return Ok((NOT_HELD_BACK, Sse::new(last)).into_response());
    }
    let viewer = viewer.ok_or(Refused(AppError::SignedOut))?;
    // Somebody else has signed in since in this browser: what they may hear is not for that page.
    if wanted.member.is_some_and(|member| member != viewer.member) {
        return Err(Refused(AppError::SignedOut));
    }
    let allowed = wanted.topics.allowed(&viewer);
    allowed.map_err(|error| Refused(error.into()))?;
    let open = state
        .live
        .streams
        .open(session_hash(&session), wanted.stream, wanted.topics);
    let access = Access {
        store: state.store.clone(),
        session: session.id(),
        viewer,
        is_of_page: wanted.viewer.is_some(),
        changes: state.live.access_changes(),
    };
    let superseded = open.superseded();
    let ending = state.ending.clone().cancelled_owned();
    let of_page = wanted.language.as_deref().and_then(Language::of_tag);
    let language = of_page.unwrap_or_else(sentences::current);
    let stream = multiplexed(state, access, open, language)
        .take_until(ending)
        .take_until(superseded);
    let keep_alive = KeepAlive::new()
        .interval(HEARTBEAT_INTERVAL)
        .event(event::heartbeat());
    let events = Sse::new(stream).keep_alive(keep_alive);
    Ok((NOT_HELD_BACK, events).into_response())
}

/// Changes the topics of a stream of this session, here or at the server that has it. Whether there is one is not
/// answered: the stream itself says which topics it has.
pub(super) async fn change_topics(
    State(state): State<AppState>,
    Allowed(viewer): Allowed<Texter>,
    session: Session,
    Form(Wanted { stream, topics, .. }): Form<Wanted>,
) -> Result<StatusCode, Refused> {
    let allowed = topics.allowed(&viewer);
    allowed.map_err(|error| Refused(error.into()))?;
    let session = session_hash(&session);
    if !state.live.streams.set_topics(&session, &stream, &topics) {
        let change = StreamTopics {
            session,
            stream: stream.into(),
            topics: topics.to_string(),
        };
        let notified = answered(
            RESPOND_WITHIN,
            stream_topics::notify(&state.store.pool, &change),
        );
        notified
            .await
            .map_err(|error| Refused(AppError::from(error)))?;
    }
    Ok(StatusCode::NO_CONTENT)
}

fn session_hash(session: &Session) -> Vec<u8> {
    // Without a session there is no viewer, so the empty hash is not used.
    session.id().as_ref().map(id_hash).unwrap_or_default()
}
