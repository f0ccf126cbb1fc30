//! The service of one connection, from its first request to its end.

use super::peer_state::PeerState;
use super::peer_stream::PeerStream;
use super::table::Admitted;
use super::watched_body::{RequestBody, ResponseBody};
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::response::{IntoResponse, Response};
use http::header::{CONNECTION, RETRY_AFTER};
use http::{HeaderValue, Request, StatusCode};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use std::convert::Infallible;
use std::future::poll_fn;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;

/// The maximum size of a connection's buffers, in bytes, and so of a request's head. The address of a refused form has up
/// to 32 KiB.
const MAX_BUFFER: usize = 64 * 1024;
/// The only path that is served on connections of the reserve.
const HEALTH: &str = "/health";

/// Serves requests until the peer or the server ends the connection, or the table asks it to close.
pub(super) async fn serve_connection(
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
    admitted: Admitted,
    linger: Duration,
    ending: CancellationToken,
) {
    let state = admitted.state.clone();
    let from_reserve = admitted.from_reserve;
    let io = TokioIo::new(PeerStream::new(stream, state.clone()));
    let service = service_fn(|request| {
        let router = router.clone();
        Box::pin(respond(router, state.clone(), peer, from_reserve, request))
    });
    let mut connection = http1::Builder::new()
        .max_buf_size(MAX_BUFFER)
        .serve_connection(io, service);
    let mut is_ending = false;
    let result = loop {
        tokio::select! {
            result = poll_fn(|cx| connection.poll_without_shutdown(cx)) => break result,
            () = state.closing().cancelled() => return,
            () = ending.cancelled(), if !is_ending => {
                is_ending = true;
                Pin::new(&mut connection).graceful_shutdown();
            }
        }
    };
    if let Err(error) = result {
        tracing::debug!(%error, %peer, "a connection broke");
    }
    state.answered();
    let stream = connection.into_parts().io.into_inner().into_inner();
    tokio::select! {
        () = discard(stream) => {}
        () = tokio::time::sleep(linger) => {}
        () = state.closing().cancelled() => {}
        () = ending.cancelled() => {}
    }
}

/// Shuts down the sending side, and discards what the peer still sends. Closing a socket with unread bytes resets the
/// connection, and the peer could lose a response that it has not read yet.
async fn discard(mut stream: TcpStream) {
    if stream.shutdown().await.is_err() {
        return;
    }
    let mut buffer = vec![0; 16 * 1024];
    while matches!(stream.read(&mut buffer).await, Ok(read) if read > 0) {}
}

async fn respond(
    router: Router,
    state: Arc<PeerState>,
    peer: SocketAddr,
    from_reserve: bool,
    request: Request<Incoming>,
) -> Result<Response, Infallible> {
    state.working();
    let mut request = request.map(|body| Body::new(RequestBody::new(body, state.clone())));
    request.extensions_mut().insert(ConnectInfo(peer));
    let mut response = if from_reserve && request.uri().path() != HEALTH {
        at_capacity()
    } else {
        let Ok(response) = router.oneshot(request).await;
        response
    };
    if from_reserve {
        let close = HeaderValue::from_static("close");
        response.headers_mut().insert(CONNECTION, close);
    }
    Ok(response.map(|body| Body::new(ResponseBody::new(body, state))))
}

fn at_capacity() -> Response {
    (
        StatusCode::SERVICE_UNAVAILABLE,
        [(RETRY_AFTER, "5")],
        // In all languages: reading what the request asks for would be work for a connection that there is no room for.
        "Baton serves as many connections as it can right now. Try again in a moment.\n\
         Baton atiende ahora todas las conexiones que puede. Inténtalo de nuevo en un momento.\n",
    )
        .into_response()
}
