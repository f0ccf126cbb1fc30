//! The socket that `serve` listens on.

use std::io::{self, ErrorKind};
use std::net::SocketAddr;

use tokio::net::{TcpListener, TcpSocket};

use super::CommandError;

/// How many connections may wait to be accepted; the system may allow fewer. When the queue is full, the next
/// one is only tried again by its sender, after a second and then after three.
const BACKLOG: u32 = 4096;

/// Takes the address, or says who is in the way.
pub(super) async fn bind(address: SocketAddr) -> Result<TcpListener, CommandError> {
    listen(address).map_err(|source| match source.kind() {
        ErrorKind::AddrInUse => CommandError::AddressTaken(address),
        _ => CommandError::Listen { address, source },
    })
}

fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = match address {
        SocketAddr::V4(_) => TcpSocket::new_v4()?,
        SocketAddr::V6(_) => TcpSocket::new_v6()?,
    };
    // A server that starts again does not wait for the connections of the one before.
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(BACKLOG)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_taken_port_is_told_with_another_one_to_try() {
        let first = bind("127.0.0.1:0".parse().unwrap()).await.unwrap();
        let address = first.local_addr().unwrap();
        let sentence = bind(address).await.unwrap_err().to_string();
        assert!(
            sentence.starts_with(&format!("{address} is in use")),
            "{sentence}"
        );
        assert!(sentence.contains("BATON_ADDR=127.0.0.1:"), "{sentence}");
    }
}
