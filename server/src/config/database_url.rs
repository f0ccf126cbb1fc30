//! `DATABASE_URL`, which may have a password.

use std::convert::Infallible;
use std::str::FromStr;

use secrecy::{ExposeSecret, SecretString};
use sqlx::postgres::PgConnectOptions;

use super::ConfigError;

/// A `DATABASE_URL`. It has no display, because it may have a password.
#[derive(Debug, Clone)]
pub struct DatabaseUrl(SecretString);

impl DatabaseUrl {
    /// The driver's options.
    pub fn connect_options(&self) -> Result<PgConnectOptions, ConfigError> {
        let url = self.0.expose_secret().trim();
        if !url.starts_with("postgres://") && !url.starts_with("postgresql://") {
            return Err(ConfigError::DatabaseUrl {
                reason: "it does not begin with postgres://".to_owned(),
            });
        }
        if names_several_hosts(url) {
            return Err(ConfigError::DatabaseUrl {
                reason: "it names several hosts, and Baton connects to one. Name the primary, or an address that \
                         follows it to another machine (a virtual IP, HAProxy, PgBouncer)"
                    .to_owned(),
            });
        }
        url.parse()
            .map_err(|error: sqlx::Error| ConfigError::DatabaseUrl {
                reason: error.to_string(),
            })
    }

    /// Whether it is set to an empty value.
    pub fn is_empty(&self) -> bool {
        self.0.expose_secret().trim().is_empty()
    }
}

/// Whether it has a list of hosts, which libpq accepts, and the driver would try to resolve as one name.
fn names_several_hosts(url: &str) -> bool {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let (before_query, query) = rest.split_once('?').unwrap_or((rest, ""));
    let authority = before_query.split('/').next().unwrap_or_default();
    // A password may hold a comma; it stands before the last `@`.
    let hosts = authority.rsplit('@').next().unwrap_or_default();
    let in_query = |pair: &str| {
        pair.strip_prefix("host=")
            .or_else(|| pair.strip_prefix("hostaddr="))
            .is_some_and(|hosts| {
                !hosts.starts_with('/') && (hosts.contains(',') || hosts.contains("%2C"))
            })
    };
    hosts.contains(',') || query.split('&').any(in_query)
}

impl FromStr for DatabaseUrl {
    // An error here would print the value; that of `connect_options` does not.
    type Err = Infallible;

    fn from_str(value: &str) -> Result<Self, Infallible> {
        Ok(Self(value.into()))
    }
}
