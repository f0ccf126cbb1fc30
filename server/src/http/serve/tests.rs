//! The server on real sockets, with time-outs that a test can wait for.

use super::{PeerTimeouts, ServeLimits, serve};
use axum::Router;
use axum::body::{Body, Bytes};
use axum::routing::{get, post};
use futures::stream;
use std::convert::Infallible;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

/// Far more than anything here takes; what is not there by then never comes.
const DEADLINE: Duration = Duration::from_secs(20);
const SHORT: Duration = Duration::from_millis(200);
/// A time-out that no test waits for.
const NEVER: Duration = Duration::from_secs(3600);
const PATIENT: PeerTimeouts = PeerTimeouts {
    head: NEVER,
    idle: NEVER,
    body: NEVER,
    reader: NEVER,
    linger: SHORT,
};

struct Server {
    address: SocketAddr,
    ending: CancellationToken,
    serving: JoinHandle<()>,
}

impl Server {
    async fn start(connections: usize, timeouts: PeerTimeouts) -> Self {
        let router = Router::new()
            .route("/health", get(|| async { "ok" }))
            .route("/page", get(|| async { "a page" }))
            .route(
                "/form",
                post(|body: Bytes| async move { body.len().to_string() }),
            )
            .route("/unread", post(|| async { "refused" }))
            .route(
                "/stream",
                get(|| async { Body::from_stream(stream::pending::<Result<Bytes, Infallible>>()) }),
            )
            .route(
                "/endless",
                get(|| async {
                    let piece = Bytes::from(vec![b'x'; 64 * 1024]);
                    Body::from_stream(stream::repeat_with(move || {
                        Ok::<_, Infallible>(piece.clone())
                    }))
                }),
            );
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let ending = CancellationToken::new();
        let limits = ServeLimits {
            connections,
            reserve: 1,
            timeouts,
        };
        let serving = tokio::spawn(serve(listener, router, limits, ending.clone()));
        Self {
            address,
            ending,
            serving,
        }
    }

    /// A connection on which this was sent.
    async fn sent(&self, bytes: &str) -> TcpStream {
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        stream.write_all(bytes.as_bytes()).await.unwrap();
        stream
    }

    /// The answer to a request on a connection of its own.
    async fn answer(&self, path: &str) -> String {
        let request = format!("GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n");
        rest(&mut self.sent(&request).await).await
    }
}

/// Everything that comes until the server closes the connection.
async fn rest(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    // A reset closes it as well.
    let _ = timeout(DEADLINE, stream.read_to_end(&mut bytes))
        .await
        .expect("the connection is still open");
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Reads up to the end of an answer's headers.
async fn head(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    while !bytes.ends_with(b"\r\n\r\n") {
        let byte = timeout(DEADLINE, stream.read_u8()).await.unwrap().unwrap();
        bytes.push(byte);
    }
    String::from_utf8(bytes).unwrap()
}

#[tokio::test]
async fn headers_that_never_end_close_the_connection_however_they_trickle() {
    let server = Server::start(
        10,
        PeerTimeouts {
            head: SHORT,
            ..PATIENT
        },
    )
    .await;
    for beginning in ["", "GET /page HTTP/1.1\r\n"] {
        rest(&mut server.sent(beginning).await).await;
    }
    let (mut reading, mut writing) = server.sent("GET /page HTTP/1.1\r\n").await.into_split();
    let trickling = tokio::spawn(async move {
        let mut every = tokio::time::interval(SHORT / 4);
        loop {
            every.tick().await;
            if writing.write_all(b"a: b\r\n").await.is_err() {
                return;
            }
        }
    });
    let mut bytes = Vec::new();
    let _ = timeout(DEADLINE, reading.read_to_end(&mut bytes))
        .await
        .unwrap();
    trickling.abort();
}

#[tokio::test]
async fn a_body_that_stops_coming_closes_the_connection() {
    let server = Server::start(
        10,
        PeerTimeouts {
            body: SHORT,
            ..PATIENT
        },
    )
    .await;
    let form = "POST /form HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\n1234";
    let answer = rest(&mut server.sent(form).await).await;
    assert!(!answer.contains("200 OK"), "{answer}");
}

#[tokio::test]
async fn a_connection_that_asks_nothing_more_is_closed() {
    let server = Server::start(
        10,
        PeerTimeouts {
            idle: SHORT,
            ..PATIENT
        },
    )
    .await;
    let request = "GET /page HTTP/1.1\r\nhost: x\r\n\r\n";
    let answer = rest(&mut server.sent(request).await).await;
    assert!(answer.ends_with("a page"), "{answer}");
}

#[tokio::test]
async fn somebody_who_does_not_read_on_is_left() {
    let server = Server::start(
        1,
        PeerTimeouts {
            reader: SHORT,
            ..PATIENT
        },
    )
    .await;
    let mut stalled = server
        .sent("GET /endless HTTP/1.1\r\nhost: x\r\n\r\n")
        .await;
    head(&mut stalled).await;
    // Nobody else fits in, so that an answer means that it was closed.
    while !server.answer("/page").await.ends_with("a page") {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_stream_that_is_read_may_be_silent() {
    let timeouts = PeerTimeouts {
        head: SHORT,
        idle: SHORT,
        body: SHORT,
        reader: SHORT,
        linger: SHORT,
    };
    let server = Server::start(10, timeouts).await;
    let mut stream = server.sent("GET /stream HTTP/1.1\r\nhost: x\r\n\r\n").await;
    head(&mut stream).await;
    assert!(timeout(SHORT * 5, stream.read_u8()).await.is_err());
}

#[tokio::test]
async fn who_waits_longest_makes_room_and_who_is_served_stays() {
    let server = Server::start(3, PATIENT).await;
    let mut streaming = server.sent("GET /stream HTTP/1.1\r\nhost: x\r\n\r\n").await;
    head(&mut streaming).await;
    let mut idle = server.sent("GET /page HTTP/1.1\r\nhost: x\r\n\r\n").await;
    head(&mut idle).await;
    for _ in 0..50 {
        server.sent("GET /page HTTP/1.1\r\n").await;
    }
    assert!(server.answer("/page").await.ends_with("a page"));
    assert!(rest(&mut idle).await.ends_with("a page"));
    assert!(
        timeout(SHORT, streaming.read_u8()).await.is_err(),
        "it was served"
    );
}

#[tokio::test]
async fn its_health_is_told_when_all_connections_work() {
    let server = Server::start(2, PATIENT).await;
    let mut streams = Vec::new();
    for _ in 0..2 {
        let mut stream = server.sent("GET /stream HTTP/1.1\r\nhost: x\r\n\r\n").await;
        head(&mut stream).await;
        streams.push(stream);
    }
    for _ in 0..3 {
        let health = server.answer("/health").await;
        assert!(health.starts_with("HTTP/1.1 200"), "{health}");
        let page = server.answer("/page").await;
        assert!(
            page.starts_with("HTTP/1.1 503") && page.contains("Try again"),
            "{page}"
        );
    }
    streams.pop();
    while !server.answer("/page").await.ends_with("a page") {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn who_is_answered_before_they_have_sent_everything_can_read_the_answer() {
    let server = Server::start(
        10,
        PeerTimeouts {
            linger: NEVER,
            ..PATIENT
        },
    )
    .await;
    let mut stream = server
        .sent("POST /unread HTTP/1.1\r\nhost: x\r\ncontent-length: 100000000\r\n\r\n")
        .await;
    for _ in 0..100 {
        stream.write_all(&[b'x'; 64 * 1024]).await.unwrap();
    }
    let answer = head(&mut stream).await;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
}

#[tokio::test]
async fn asked_to_end_it_answers_what_is_under_way_and_nothing_else() {
    let server = Server::start(10, PATIENT).await;
    let mut idle = server.sent("GET /page HTTP/1.1\r\nhost: x\r\n\r\n").await;
    head(&mut idle).await;
    let head_of_form =
        "POST /form HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\nexpect: 100-continue\r\n\r\n";
    let mut form = server.sent(head_of_form).await;
    head(&mut form).await;
    server.ending.cancel();
    rest(&mut idle).await;
    form.write_all(b"1234").await.unwrap();
    let answer = rest(&mut form).await;
    assert!(answer.ends_with('4'), "{answer}");
    timeout(DEADLINE, server.serving).await.unwrap().unwrap();
    assert!(TcpStream::connect(server.address).await.is_err());
}
