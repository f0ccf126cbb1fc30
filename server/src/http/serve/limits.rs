//! The limits of a server's connections.

use std::time::Duration;

/// The number of connections, and their time-outs.
#[derive(Debug, Clone)]
pub struct ServeLimits {
    /// The maximum number of connections.
    pub connections: usize,
    /// Further connections that are accepted while all of those are busy, and answered `/health` alone.
    pub reserve: usize,
    /// Time-outs of a connection.
    pub timeouts: PeerTimeouts,
}

/// The time-outs of a connection that waits for its peer.
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
