//! The proxies whose `X-Forwarded-For` is trusted.

use std::net::IpAddr;
use std::str::FromStr;
use std::sync::Arc;

use ipnet::IpNet;

/// Addresses and networks of reverse proxies. Cheap to clone; empty by default.
#[derive(Debug, Clone, Default)]
pub struct TrustedProxies(Arc<[IpNet]>);

impl TrustedProxies {
    /// Whether no proxy is trusted.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether this address belongs to a trusted proxy.
    pub fn contains(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(&address))
    }
}

impl FromStr for TrustedProxies {
    type Err = String;

    /// Parses a comma-separated list; an empty one counts as unset.
    fn from_str(value: &str) -> Result<Self, String> {
        let entries = value.split(',').map(str::trim);
        let networks = entries.filter(|entry| !entry.is_empty()).map(|entry| {
            network(entry).ok_or_else(|| {
                format!(
                    "{entry} is neither an IP address nor a network: write 10.0.0.5 or 10.0.0.0/24, with commas \
                     between several"
                )
            })
        });
        networks.collect::<Result<_, _>>().map(Self)
    }
}

fn network(entry: &str) -> Option<IpNet> {
    match entry.parse::<IpAddr>() {
        Ok(address) => Some(address.to_canonical().into()),
        Err(_) => entry.parse().ok(),
    }
}
