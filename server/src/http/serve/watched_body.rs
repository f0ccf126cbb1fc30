//! Bodies that report to their connection's [`PeerState`]: when the handler waits for the request, and when the response
//! is complete. The adapters of `http-body-util` see frames only, not that one is pending.

use super::peer_state::PeerState;
use axum::body::{Body, Bytes, HttpBody};
use http_body::{Frame, SizeHint};
use hyper::body::Incoming;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

/// The body of a request. While a frame is pending, the connection waits for its peer.
pub(super) struct RequestBody {
    body: Incoming,
    state: Arc<PeerState>,
}

impl RequestBody {
    /// Observes a body.
    pub fn new(body: Incoming, state: Arc<PeerState>) -> Self {
        Self { body, state }
    }
}

impl HttpBody for RequestBody {
    type Data = Bytes;
    type Error = hyper::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, hyper::Error>>> {
        let frame = Pin::new(&mut self.body).poll_frame(cx);
        if frame.is_pending() {
            self.state.awaits_body();
        } else {
            self.state.working();
        }
        frame
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// The body of a response. It is dropped when all of it was passed to the connection.
pub(super) struct ResponseBody {
    body: Body,
    state: Arc<PeerState>,
}

impl ResponseBody {
    /// Observes a body.
    pub fn new(body: Body, state: Arc<PeerState>) -> Self {
        Self { body, state }
    }
}

impl HttpBody for ResponseBody {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

impl Drop for ResponseBody {
    fn drop(&mut self) {
        self.state.answered();
    }
}
