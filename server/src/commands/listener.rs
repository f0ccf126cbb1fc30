//! The port.

use std::io::ErrorKind;
use std::net::SocketAddr;

use tokio::net::TcpListener;

use super::CommandError;

/// Takes the address, or says who is in the way.
pub(super) async fn bind(address: SocketAddr) -> Result<TcpListener, CommandError> {
    TcpListener::bind(address)
        .await
        .map_err(|source| match source.kind() {
            ErrorKind::AddrInUse => CommandError::AddressTaken(address),
            _ => CommandError::Listen { address, source },
        })
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
            sentence.starts_with(&format!("{address} is taken")),
            "{sentence}"
        );
        assert!(sentence.contains("BATON_ADDR=127.0.0.1:"), "{sentence}");
    }
}
