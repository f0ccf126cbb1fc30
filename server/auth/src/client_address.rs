//! The client's address, by which sign-in attempts are counted.

use crate::TrustedProxies;
use axum::extract::ConnectInfo;
use http::request::Parts;
use std::fmt;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};

/// The address of a client, if it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClientAddress {
    address: Option<IpAddr>,
    /// Whether it is probably that of a proxy, which all clients share.
    is_shared: bool,
}

/// The client's address: the peer's, or, if the peer is a trusted proxy, the rightmost entry of `X-Forwarded-For` that
/// is no trusted proxy. A client can forge the entries further left, and the whole header if its peer is not trusted.
///
/// If no proxy is configured, a loopback or private peer is treated as an unnamed proxy.
pub fn client_address(request: &Parts, trusted: &TrustedProxies) -> ClientAddress {
    let peer = request.extensions.get::<ConnectInfo<SocketAddr>>();
    let Some(peer) = peer.map(|ConnectInfo(peer)| peer.ip().to_canonical()) else {
        return ClientAddress {
            address: None,
            is_shared: false,
        };
    };
    if !trusted.contains(peer) {
        return ClientAddress {
            address: Some(peer),
            is_shared: trusted.is_empty() && is_private(peer),
        };
    }
    match forwarded_for(request, trusted) {
        Some(client) => ClientAddress {
            address: Some(client),
            is_shared: false,
        },
        None => ClientAddress {
            address: Some(peer),
            is_shared: true,
        },
    }
}

/// The rightmost entry that is no trusted proxy; `None` if there is none, or if it cannot be parsed.
fn forwarded_for(request: &Parts, trusted: &TrustedProxies) -> Option<IpAddr> {
    // A proxy may append a second header instead of extending the first.
    for line in request.headers.get_all("x-forwarded-for").iter().rev() {
        for entry in line.to_str().ok()?.rsplit(',') {
            let address = forwarded_address(entry.trim())?;
            if !trusted.contains(address) {
                return Some(address);
            }
        }
    }
    None
}

/// An address without its port, which some proxies add.
fn forwarded_address(entry: &str) -> Option<IpAddr> {
    let without_brackets = entry.trim_start_matches('[').trim_end_matches(']');
    let with_port = || entry.parse().map(|entry: SocketAddr| entry.ip());
    let address = without_brackets.parse().or_else(|_| with_port()).ok();
    address.map(|address: IpAddr| address.to_canonical())
}

fn is_private(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => {
            address.is_loopback() || address.is_private() || address.is_link_local()
        }
        IpAddr::V6(address) => {
            address.is_loopback() || address.is_unique_local() || address.is_unicast_link_local()
        }
    }
}

impl ClientAddress {
    /// The address itself. `None` if it is not known, or probably a proxy's.
    pub fn client(self) -> Option<IpAddr> {
        self.address.filter(|_| !self.is_shared)
    }

    /// The network of one subscriber: an IPv4 address, or an IPv6 /56, which providers assign. `None` if the address is
    /// probably a proxy's.
    pub fn network(self) -> Option<String> {
        if self.is_shared {
            return None;
        }
        Some(match self.address {
            Some(IpAddr::V6(address)) => {
                let prefix = address.to_bits() & (u128::MAX << 72);
                format!("{}/56", Ipv6Addr::from_bits(prefix))
            }
            _ => self.to_string(),
        })
    }
}

impl fmt::Display for ClientAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.address {
            Some(address) => address.fmt(f),
            None => f.write_str("unknown"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::client_address;
    use crate::TrustedProxies;
    use axum::extract::ConnectInfo;
    use http::Request;
    use std::net::SocketAddr;

    fn network_through(trusted: &str, peer: &str, forwarded: &[&str]) -> Option<String> {
        let mut request = Request::new(());
        let peer: SocketAddr = peer.parse().unwrap();
        request.extensions_mut().insert(ConnectInfo(peer));
        for line in forwarded {
            let headers = request.headers_mut();
            headers.append("x-forwarded-for", line.parse().unwrap());
        }
        let trusted: TrustedProxies = trusted.parse().unwrap();
        client_address(&request.into_parts().0, &trusted).network()
    }

    #[test]
    fn an_address_counts_alone_and_an_ipv6_subscriber_as_one() {
        let network = |peer| network_through("", peer, &[]);
        assert_eq!(network("192.0.2.7:4711").unwrap(), "192.0.2.7");
        assert_eq!(network("[::ffff:192.0.2.7]:4711").unwrap(), "192.0.2.7");
        for peer in ["[2001:db8:1:2:3:4:5:6]:1", "[2001:db8:1:ff::]:65535"] {
            assert_eq!(network(peer).unwrap(), "2001:db8:1::/56");
        }
    }

    #[test]
    fn a_private_peer_is_an_unnamed_proxy_until_proxies_are_configured() {
        for peer in [
            "127.0.0.1:1",
            "[::1]:1",
            "10.1.2.3:1",
            "172.17.0.1:1",
            "[fd00::1]:1",
        ] {
            assert_eq!(network_through("", peer, &["192.0.2.7"]), None, "{peer}");
        }
        let peer = network_through("10.0.0.9", "127.0.0.1:1", &["192.0.2.7"]);
        assert_eq!(peer.unwrap(), "127.0.0.1");
    }

    #[test]
    fn a_trusted_proxy_names_the_client_and_a_client_cannot_name_itself() {
        let client =
            |forwarded: &[&str]| network_through("10.0.0.0/24, ::1", "10.0.0.5:80", forwarded);
        for forwarded in [
            &["192.0.2.7"][..],
            &["198.51.100.1, 192.0.2.7"],
            &["198.51.100.1", "192.0.2.7:5000"],
            &["198.51.100.1, 192.0.2.7, 10.0.0.6"],
            &["nonsense, 192.0.2.7", "::1"],
        ] {
            assert_eq!(client(forwarded).unwrap(), "192.0.2.7", "{forwarded:?}");
        }
        assert_eq!(client(&["[2001:db8::1]:5"]).unwrap(), "2001:db8::/56");
        for forwarded in [&[][..], &["nonsense"], &["10.0.0.7"]] {
            assert_eq!(client(forwarded), None, "{forwarded:?}");
        }
        // Whoever reaches the server past the proxy is not believed.
        let direct = network_through("10.0.0.0/24", "203.0.113.9:1", &["192.0.2.7"]);
        assert_eq!(direct.unwrap(), "203.0.113.9");
    }
}
