//! What bounds the connections of a server.

use std::time::Duration;

/// How many connections are served, and for how long each waits for its peer.
#[derive(Debug, Clone)]
pub struct ServeLimits {
    /// The most connections at once.
    pub connections: usize,
    /// How many more are accepted while all of those work; they are answered `/health` and nothing else.
    pub reserve: usize,
    /// Time-outs of a connection.
    pub timeouts: PeerTimeouts,
}

/// How long a connection may wait for its peer.
#[derive(Debug, Clone)]
pub struct PeerTimeouts {
    /// From the first byte of a request, or from the connection's beginning, to the end of its headers.
    pub head: Duration,
    /// Between two requests. Longer than what proxies keep connections for, so that they close first.
    pub idle: Duration,
    /// Between two parts of a body.
    pub body: Duration,
    /// Until the peer reads on, once its buffers are full.
    pub reader: Duration,
    /// After an answer that was given before the request was read: how long what still comes is thrown
    /// away, so that the peer gets to read the answer.
    pub linger: Duration,
}

impl Default for PeerTimeouts {
    fn default() -> Self {
        Self {
            head: Duration::from_secs(10),
            idle: Duration::from_secs(75),
            body: Duration::from_secs(15),
            reader: Duration::from_secs(60),
            linger: Duration::from_secs(5),
        }
    }
}
