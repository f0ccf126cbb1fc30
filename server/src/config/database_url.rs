//! Where the database is, with the password that may stand in it.

use std::convert::Infallible;
use std::str::FromStr;

use secrecy::{ExposeSecret, SecretString};
use sqlx::postgres::PgConnectOptions;

use super::ConfigError;

/// A `DATABASE_URL`. It is never shown, because it may carry a password.
#[derive(Debug, Clone)]
pub struct DatabaseUrl(SecretString);

impl DatabaseUrl {
    /// How to connect to it.
    pub fn connect_options(&self) -> Result<PgConnectOptions, ConfigError> {
        let url = self.0.expose_secret().trim();
        if !url.starts_with("postgres://") && !url.starts_with("postgresql://") {
            return Err(ConfigError::DatabaseUrl {
                reason: "it does not begin with postgres://".to_owned(),
            });
        }
        url.parse()
            .map_err(|error: sqlx::Error| ConfigError::DatabaseUrl {
                reason: error.to_string(),
            })
    }

    /// Set, but to nothing.
    pub fn is_empty(&self) -> bool {
        self.0.expose_secret().trim().is_empty()
    }
}

impl FromStr for DatabaseUrl {
    // A refusal here would print the value; `connect_options` refuses without.
    type Err = Infallible;

    fn from_str(value: &str) -> Result<Self, Infallible> {
        Ok(Self(value.into()))
    }
}
