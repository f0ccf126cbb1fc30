//! The address that the server listens on: host and port.

use std::net::SocketAddr;

/// Parses an IP address with a port; says what one looks like otherwise.
pub(super) fn parse(value: &str) -> Result<SocketAddr, String> {
    value.parse().map_err(|_| {
        "it has to be an IP address and a port: 127.0.0.1:3000 for this machine alone, 0.0.0.0:3000 for the network"
            .to_owned()
    })
}
