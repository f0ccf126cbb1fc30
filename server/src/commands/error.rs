//! What can keep a command from doing its work.

use std::io;
use std::net::SocketAddr;

use thiserror::Error;

use crate::config::ConfigError;
use crate::telemetry::TelemetryError;
use server_auth::PasswordError;
use server_bench::BenchError;
use server_demo::DemoError;
use server_embedded::ClusterError;
use server_sms::twilio::TwilioSetupError;
use server_store::StoreError;
use server_store::database::FirstConnectionError;

/// Why a command failed, as a sentence that says what to do.
#[derive(Debug, Error)]
pub enum CommandError {
    /// The log's filter.
    #[error(transparent)]
    Telemetry(#[from] TelemetryError),

    /// The configuration.
    #[error(transparent)]
    Config(#[from] ConfigError),

    /// The private cluster.
    #[error(transparent)]
    Cluster(#[from] ClusterError),

    /// No threads.
    #[error("Cannot start the program's threads: {0}.")]
    Runtime(#[source] io::Error),

    /// Signals cannot be listened for.
    #[error("Cannot listen for signals: {0}.")]
    Signals(#[source] io::Error),

    /// The database of `DATABASE_URL` or of the private cluster does not answer.
    #[error("Cannot connect to {what}: {source}. {advice}")]
    Connect {
        /// Which database.
        what: &'static str,
        /// What it is.
        source: FirstConnectionError,
        /// What to do about it.
        advice: &'static str,
    },

    /// A newer version of the program has migrated the database.
    #[error(
        "The database's schema is newer than this program: it is at migration {found}, and this program knows them up to {known}. Start the newer version of Baton again, or restore a backup from before the upgrade."
    )]
    NewerSchema {
        /// The last migration in the database.
        found: i64,
        /// The last one that this program has.
        known: i64,
    },

    /// The schema cannot be brought up to date.
    #[error(
        "Cannot bring the database's schema up to date: {0}. If the database is not Baton's own, give it one in DATABASE_URL."
    )]
    Migrate(#[from] sqlx::migrate::MigrateError),

    /// A statement of the command itself failed.
    #[error("The database refused: {0}.")]
    Database(#[from] sqlx::Error),

    /// The port is taken.
    #[error(
        "{0} is taken: another program, perhaps another Baton, listens there. Stop it, or choose another \
         address with BATON_ADDR, for example BATON_ADDR={other}.",
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
        /// What the system said.
        source: io::Error,
    },

    /// The server ended by itself.
    #[error("The server stopped: {0}.")]
    Serve(#[source] io::Error),

    /// The demo organization.
    #[error(transparent)]
    Demo(#[from] DemoError),

    /// Twilio's client.
    #[error(
        "Texts cannot go out through Twilio: {0}. Check TWILIO_API_URL and TWILIO_ACCOUNT_SID."
    )]
    Twilio(#[from] TwilioSetupError),

    /// A program that was to be run cannot be.
    #[error("Cannot run {program}: {source}.")]
    Program {
        /// Its name as it was given.
        program: String,
        /// What the system said.
        source: io::Error,
    },

    /// The store failed or refused.
    #[error(transparent)]
    Store(#[from] StoreError),

    /// The password that was given.
    #[error("The password is not taken: {0}.")]
    Password(#[from] PasswordError),

    /// A measurement.
    #[error(transparent)]
    Bench(#[from] BenchError),

    /// What was typed is not acceptable.
    #[error("{0}")]
    Refused(String),
}
