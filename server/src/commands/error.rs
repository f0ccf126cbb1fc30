//! The errors of commands.

use std::io;
use std::net::SocketAddr;

use thiserror::Error;

use crate::config::ConfigError;
use crate::telemetry::TelemetryError;
use server_auth::PasswordError;
use server_bench::BenchError;
use server_demo::DemoError;
use server_embedded::ClusterError;
use server_mail::MailError;
use server_sms::twilio::TwilioSetupError;
use server_store::StoreError;
use server_store::database::{FirstConnectionError, MigrationError};

/// The reason why a command failed. The message says what to do.
#[derive(Debug, Error)]
pub enum CommandError {
    /// The log's filter is invalid.
    #[error(transparent)]
    Telemetry(#[from] TelemetryError),

    /// The configuration is invalid.
    #[error(transparent)]
    Config(#[from] ConfigError),

    /// The private cluster failed.
    #[error(transparent)]
    Cluster(#[from] ClusterError),

    /// The runtime could not start its threads.
    #[error("Cannot start the program's threads: {0}.")]
    Runtime(#[source] io::Error),

    /// Signals cannot be listened for.
    #[error("Cannot listen for signals: {0}.")]
    Signals(#[source] io::Error),

    /// The database of `DATABASE_URL` or of the private cluster does not answer.
    #[error("Cannot connect to {what}: {source}. {advice}")]
    Connect {
        /// The database, in words.
        what: &'static str,
        /// The cause.
        source: FirstConnectionError,
        /// The advice for this kind of database.
        advice: &'static str,
    },

    /// A newer version of the program has migrated the database.
    #[error(
        "The database's schema is newer than this program: it is at migration {applied}, and this program knows them up to {latest}. Start the newer version of Baton again, or restore a backup from before the upgrade."
    )]
    NewerSchema {
        /// The last migration in the database.
        applied: i64,
        /// The last one that this program has.
        latest: i64,
    },

    /// The schema cannot be brought up to date.
    #[error(
        "Cannot bring the database's schema up to date: {0}. If the database is not Baton's own, give it one in DATABASE_URL."
    )]
    Migrate(#[from] sqlx::migrate::MigrateError),

    /// A migration waited in vain for a table.
    #[error(
        "Cannot bring the database's schema up to date: {0}. Nothing is half done. See in pg_stat_activity who holds it, and start again."
    )]
    MigrationLocked(MigrationError),

    /// A statement of the command itself failed.
    #[error("The database refused: {0}.")]
    Database(#[from] sqlx::Error),

    /// The port is taken.
    #[error(
        "{0} is in use by another program, perhaps another Baton. Stop it, or choose another address with BATON_ADDR, for example BATON_ADDR={other}.",
        other = SocketAddr::new(.0.ip(), .0.port().checked_add(1).unwrap_or(3000))
    )]
    AddressTaken(SocketAddr),

    /// The address cannot be listened on for another reason.
    #[error(
        "Cannot listen on {address}: {source}. Set BATON_ADDR to an address of this machine and a port above 1023."
    )]
    Listen {
        /// The address.
        address: SocketAddr,
        /// The system's error.
        source: io::Error,
    },

    /// The server ended by itself.
    #[error("The server stopped: {0}.")]
    Serve(#[source] io::Error),

    /// The demo organization could not be created.
    #[error(transparent)]
    Demo(#[from] DemoError),

    /// Twilio's client could not be set up.
    #[error(
        "Texts cannot go out through Twilio: {0}. Check TWILIO_API_URL and TWILIO_ACCOUNT_SID."
    )]
    Twilio(#[from] TwilioSetupError),

    /// The mail server's client could not be set up.
    #[error("E-mail cannot be sent: {0}. Check BATON_SMTP_URL.")]
    Mail(#[from] MailError),

    /// A program that was to be run cannot be.
    #[error("Cannot run {program}: {source}.")]
    Program {
        /// Its name as it was given.
        program: String,
        /// The system's error.
        source: io::Error,
    },

    /// The store failed or refused.
    #[error(transparent)]
    Store(#[from] StoreError),

    /// The password was refused.
    #[error("The password was not accepted: {0}.")]
    Password(#[from] PasswordError),

    /// A benchmark failed.
    #[error(transparent)]
    Bench(#[from] BenchError),

    /// The arguments were refused.
    #[error("{0}")]
    Refused(String),
}

impl From<MigrationError> for CommandError {
    fn from(error: MigrationError) -> Self {
        match error {
            MigrationError::Migrate(error) => Self::Migrate(error),
            locked @ MigrationError::Locked { .. } => Self::MigrationLocked(locked),
        }
    }
}
