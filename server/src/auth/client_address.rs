//! From where a request comes.

use axum::extract::ConnectInfo;
use http::request::Parts;
use std::fmt;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};

/// The address of a client, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClientAddress(Option<IpAddr>);

/// The one place that decides whose address counts: that of the peer. Headers of proxies are not believed,
/// because anybody can write them.
pub fn client_address(request: &Parts) -> ClientAddress {
    let peer = request.extensions.get::<ConnectInfo<SocketAddr>>();
    ClientAddress(peer.map(|ConnectInfo(peer)| peer.ip().to_canonical()))
}

impl ClientAddress {
    /// What somebody has who has this address: an IPv4 address, or all of an IPv6 /64, which is what one
    /// subscriber gets.
    pub fn network(self) -> String {
        match self.0 {
            Some(IpAddr::V6(address)) => {
                let prefix = address.to_bits() & (u128::MAX << 64);
                format!("{}/64", Ipv6Addr::from_bits(prefix))
            }
            _ => self.to_string(),
        }
    }
}

impl fmt::Display for ClientAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(address) => address.fmt(f),
            None => f.write_str("unknown"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::client_address;
    use axum::extract::ConnectInfo;
    use http::Request;
    use std::net::SocketAddr;

    fn network(peer: Option<&str>) -> String {
        let mut request = Request::new(());
        if let Some(peer) = peer {
            let peer: SocketAddr = peer.parse().unwrap();
            request.extensions_mut().insert(ConnectInfo(peer));
        }
        client_address(&request.into_parts().0).network()
    }

    #[test]
    fn an_address_counts_alone_and_an_ipv6_subscriber_as_one() {
        assert_eq!(network(Some("192.0.2.7:4711")), "192.0.2.7");
        assert_eq!(network(Some("[::ffff:192.0.2.7]:4711")), "192.0.2.7");
        for peer in ["[2001:db8:1:2:3:4:5:6]:1", "[2001:db8:1:2::]:65535"] {
            assert_eq!(network(Some(peer)), "2001:db8:1:2::/64");
        }
        assert_eq!(network(None), "unknown");
    }
}
