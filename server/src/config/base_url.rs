//! The base URL: scheme, host and port.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::str::FromStr;

use reqwest::Url;

/// Scheme, host and port, such as `https://text.example.org`. Its display has no final slash, so that a path can be
/// appended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl(String);

impl BaseUrl {
    /// The URL by which a browser on this machine reaches an address.
    pub fn of_address(mut address: SocketAddr) -> Self {
        // A browser cannot open the unspecified address.
        if address.ip().is_unspecified() {
            address.set_ip(IpAddr::V4(Ipv4Addr::LOCALHOST));
        }
        Self(format!("http://{address}"))
    }

    /// The URL without a final slash.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is https, so that cookies may be marked secure.
    pub fn is_https(&self) -> bool {
        self.0.starts_with("https://")
    }

    /// The host, without the port; an IPv6 address in its brackets.
    pub fn host(&self) -> String {
        // Every value was parsed as an URL with a host, or is made of an address.
        let url = Url::parse(&self.0).ok();
        url.and_then(|url| url.host_str().map(str::to_owned))
            .unwrap_or_default()
    }

    /// Whether only this machine or its own network reaches it, so that a carrier refuses it as the address of a webhook.
    pub fn is_local(&self) -> bool {
        let host = self.host();
        match host.trim_matches(['[', ']']).parse() {
            Ok(IpAddr::V4(ip)) => ip.is_loopback() || ip.is_private() || ip.is_unspecified(),
            Ok(IpAddr::V6(ip)) => ip.is_loopback() || ip.is_unspecified(),
            // Names of a network of one's own, like `localhost`, have no dot.
            Err(_) => !host.contains('.'),
        }
    }

    /// The URL of a path, which begins with a slash.
    pub fn join(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl FromStr for BaseUrl {
    type Err = String;

    fn from_str(value: &str) -> Result<Self, String> {
        let sentence = || {
            "it has to look like https://text.example.org: http or https, a host, and no path"
                .to_owned()
        };
        let url = Url::parse(value.trim()).map_err(|_| sentence())?;
        let plain = matches!(url.scheme(), "http" | "https")
            && url.host_str().is_some_and(|host| !host.is_empty())
            && url.path() == "/"
            && url.query().is_none()
            && url.fragment().is_none()
            && url.username().is_empty()
            && url.password().is_none();
        if plain {
            Ok(Self(url.as_str().trim_end_matches('/').to_owned()))
        } else {
            Err(sentence())
        }
    }
}
