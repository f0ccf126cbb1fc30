//! What can be configured: one struct, filled from the environment or from options, with a default for
//! everything.

mod address;
mod base_url;
mod database_url;
mod empty_variables;
mod error;
mod folders;
mod mail;
mod twilio;

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Args;
use secrecy::SecretString;

pub use base_url::BaseUrl;
pub use database_url::DatabaseUrl;
pub use empty_variables::without_empty_variables;
pub use error::ConfigError;
use server_auth::TrustedProxies;
use server_mail::MailSettings;
use server_sms::twilio::TwilioAccount;

/// The configuration of every subcommand. An environment variable that is empty counts as not set
/// ([`without_empty_variables`]).
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Configuration")]
pub struct Config {
    /// Where to listen: an IP address and a port.
    #[arg(long, env = "BATON_ADDR", value_name = "IP:PORT", default_value = "127.0.0.1:3000", value_parser = address::parse, global = true)]
    pub addr: SocketAddr,

    /// The PostgreSQL to use. Unset: a private cluster in the data folder, which Baton starts and stops.
    /// A password belongs into the environment variable: other users can read a program's options.
    #[arg(
        long,
        env = "DATABASE_URL",
        value_name = "URL",
        hide_env_values = true,
        global = true
    )]
    database_url: Option<DatabaseUrl>,

    /// How many connections to the database may be open at once. Four more only listen.
    #[arg(long, env = "BATON_DATABASE_CONNECTIONS", value_name = "COUNT", default_value_t = 20, value_parser = clap::value_parser!(u32).range(5..=1000), global = true)]
    pub database_connections: u32,

    /// How many connections browsers may hold open at once [default: what the limit of open files allows, and
    /// 10000 at most].
    #[arg(long, env = "BATON_HTTP_CONNECTIONS", value_name = "COUNT", value_parser = clap::value_parser!(u32).range(16..=1_000_000), global = true)]
    pub http_connections: Option<u32>,

    /// Where the private cluster lives [default: $XDG_DATA_HOME/baton or ~/.local/share/baton].
    #[arg(long, env = "BATON_DATA_DIR", value_name = "FOLDER", global = true)]
    data_dir: Option<PathBuf>,

    /// The folder with `postgres` and `initdb` for the private cluster [default: looked for].
    #[arg(long, env = "BATON_POSTGRES_BIN", value_name = "FOLDER", global = true)]
    pub postgres_bin: Option<PathBuf>,

    /// The address that browsers and the carrier see. Webhook signatures are checked against it, and cookies
    /// are marked secure if it is https [default: http:// and the address that is listened on].
    #[arg(long, env = "BATON_PUBLIC_URL", value_name = "URL", global = true)]
    public_url: Option<BaseUrl>,

    /// The reverse proxies in front of Baton: IP addresses or networks (10.0.0.0/24), separated by commas. Sign-in
    /// attempts that come through them are limited by the address in X-Forwarded-For. Unset: that header is ignored.
    #[arg(
        long,
        env = "BATON_TRUSTED_PROXIES",
        value_name = "NETWORKS",
        default_value = "",
        hide_default_value = true,
        global = true
    )]
    pub trusted_proxies: TrustedProxies,

    /// The folder with the built page: WASM, scripts, styles [default: `site` beside the folder of this program].
    #[arg(long, env = "BATON_SITE_ROOT", value_name = "FOLDER", global = true)]
    site_root: Option<PathBuf>,

    /// How long simulated contacts take to answer at most, in seconds; most take much less.
    #[arg(long, env = "BATON_SIMULATED_SLOWEST", value_name = "SECONDS", default_value_t = 120, value_parser = clap::value_parser!(u64).range(0..=86_400), global = true)]
    pub simulated_slowest: u64,

    /// The Twilio account that texts go out through. Unset: messages are simulated.
    #[arg(long, env = "TWILIO_ACCOUNT_SID", value_name = "SID", global = true)]
    twilio_account_sid: Option<String>,

    /// The secret of that account. Set it in the environment: other users can read a program's options.
    #[arg(long, env = "TWILIO_AUTH_TOKEN", value_name = "TOKEN", hide_env_values = true, value_parser = secret, global = true)]
    twilio_auth_token: Option<SecretString>,

    /// Where Twilio's REST API is, instead of `https://api.twilio.com`; tests put something else in its place.
    #[arg(long, env = "TWILIO_API_URL", value_name = "URL", global = true)]
    twilio_api_url: Option<BaseUrl>,

    /// Where Twilio's API of Messaging Services is, instead of `https://messaging.twilio.com`. Unset: TWILIO_API_URL, if that is
    /// set.
    #[arg(long, env = "TWILIO_MESSAGING_URL", value_name = "URL", global = true)]
    twilio_messaging_url: Option<BaseUrl>,

    /// The mail server that links to choose a new password go out through: smtps://user:password@host or
    /// smtp://user:password@host:587. Unset: no e-mail. Set it in the environment: other users can read a program's options.
    #[arg(long, env = "BATON_SMTP_URL", value_name = "URL", hide_env_values = true, value_parser = secret, global = true)]
    smtp_url: Option<SecretString>,

    /// Who e-mail is from, like Baton <baton@example.org>.
    #[arg(long, env = "BATON_MAIL_FROM", value_name = "ADDRESS", global = true)]
    mail_from: Option<String>,
}

impl Config {
    /// Checks values against each other, so that a fault is found at the start.
    pub fn check(&self) -> Result<(), ConfigError> {
        self.database_url()?;
        self.twilio()?;
        self.mail()?;
        Ok(())
    }

    /// The database to use; nothing means the private cluster.
    pub fn database_url(&self) -> Result<Option<&DatabaseUrl>, ConfigError> {
        let Some(url) = self.database_url.as_ref().filter(|url| !url.is_empty()) else {
            return Ok(None);
        };
        url.connect_options()?;
        Ok(Some(url))
    }

    /// Where the private cluster lives.
    pub fn data_dir(&self) -> Result<PathBuf, ConfigError> {
        folders::data_dir(self.data_dir.clone())
    }

    /// Where the built page is.
    pub fn site_root(&self) -> Result<PathBuf, ConfigError> {
        folders::site_root(self.site_root.clone())
    }

    /// What browsers and the carrier see, if it was said.
    pub fn configured_public_url(&self) -> Option<&BaseUrl> {
        self.public_url.as_ref()
    }

    /// What browsers and the carrier see, given the address that was really bound (port 0 means any).
    pub fn public_url(&self, bound: SocketAddr) -> BaseUrl {
        self.public_url
            .clone()
            .unwrap_or_else(|| BaseUrl::of_address(bound))
    }

    /// The account that texts go out through; nothing means simulated ones.
    pub fn twilio(&self) -> Result<Option<TwilioAccount>, ConfigError> {
        twilio::account(
            self.twilio_account_sid.as_deref(),
            self.twilio_auth_token.as_ref(),
            self.twilio_api_url.as_ref(),
            self.twilio_messaging_url.as_ref(),
        )
    }

    /// The mail server that e-mail goes out through; nothing means that none is sent.
    pub fn mail(&self) -> Result<Option<MailSettings>, ConfigError> {
        mail::settings(self.smtp_url.as_ref(), self.mail_from.as_deref())
    }
}

/// Parses any value, because an error would print it.
#[expect(
    clippy::unnecessary_wraps,
    reason = "the parser of an option has this shape"
)]
fn secret(value: &str) -> Result<SecretString, std::convert::Infallible> {
    Ok(SecretString::from(value))
}

#[cfg(test)]
mod tests;
