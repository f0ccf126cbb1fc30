//! The database that a command works on: the configured one, or the private cluster.

use std::time::Duration;

use sqlx::migrate::Migrator;
use sqlx::postgres::PgConnectOptions;
use sqlx::{Connection, PgConnection, PgPool};

use super::{CommandError, print_line};
use crate::config::Config;
use server_embedded::{Cluster, ClusterError};
use server_store::MIGRATOR;
use server_store::database::{FirstConnectionError, migrate, open_pool, reachable, unhurried};

/// The time that closing the pool waits for connections in use.
const CLOSE_TIMEOUT: Duration = Duration::from_secs(2);

/// The reaction to another `baton` that runs the private cluster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sharing {
    /// Fail, because two servers would both believe that the cluster is theirs to stop.
    Exclusive,
    /// Use the running cluster, as a command beside a running server does.
    Shared,
}

/// The pool of a command, and the private cluster if this process started it.
pub struct Database {
    /// The pool.
    pub pool: PgPool,
    cluster: Option<Cluster>,
    private: bool,
}

impl Database {
    /// Connects to `DATABASE_URL`; if that is unset, starts the private cluster first.
    pub async fn open(config: &Config, sharing: Sharing) -> Result<Self, CommandError> {
        if let Some(url) = config.database_url()? {
            let pool = connect(config, url.connect_options()?, &EXTERNAL).await?;
            return Ok(Self {
                pool,
                cluster: None,
                private: false,
            });
        }
        let data_dir = config.data_dir()?;
        let (url, cluster) = match Cluster::start(&data_dir, config.postgres_bin.as_deref()).await {
            Ok(cluster) => (cluster.url().to_owned(), Some(cluster)),
            Err(locked @ ClusterError::Locked { .. }) if sharing == Sharing::Shared => {
                (Cluster::running_in(&data_dir).ok_or(locked)?, None)
            }
            Err(error) => return Err(error.into()),
        };
        let options = url.parse().map_err(|source| PRIVATE.failed(source))?;
        let pool = connect(config, options, &PRIVATE).await?;
        Ok(Self {
            pool,
            cluster,
            private: true,
        })
    }

    /// Whether this is the private cluster, where a demo may be made without asking.
    pub fn is_private(&self) -> bool {
        self.private
    }

    /// Migrates the schema, on a connection without the pool's time limits, which creating an index may exceed.
    /// Programs that serve meanwhile are not held up ([`migrate`]).
    ///
    /// # Errors
    /// [`CommandError::NewerSchema`] if a newer version of the program has migrated the database.
    pub async fn migrate(&self) -> Result<(), CommandError> {
        let options = self.pool.connect_options().as_ref().clone();
        let mut connection = PgConnection::connect_with(&unhurried(options)).await?;
        refuse_newer(&mut connection).await?;
        migrate(&mut connection, migrator()).await?;
        connection.close().await?;
        Ok(())
    }

    /// Closes the pool, and stops the cluster if this process started it.
    pub async fn close(self) -> Result<(), CommandError> {
        // Connections still in use after that are closed with the cluster.
        let _ = tokio::time::timeout(CLOSE_TIMEOUT, self.pool.close()).await;
        if let Some(cluster) = self.cluster {
            cluster.stop().await?;
        }
        Ok(())
    }

    /// Opens the database, migrates it, runs `work`, and closes it in any case.
    pub async fn with<T>(
        config: &Config,
        work: impl AsyncFnOnce(&PgPool) -> Result<T, CommandError>,
    ) -> Result<T, CommandError> {
        let database = Self::open(config, Sharing::Shared).await?;
        let result = match database.migrate().await {
            Ok(()) => work(&database.pool).await,
            Err(error) => Err(error),
        };
        database.close().await?;
        result
    }
}

/// The migrations of this program.
pub(super) fn migrator() -> Migrator {
    let mut migrator = Migrator::with_migrations(MIGRATOR.iter().cloned().collect());
    // During an upgrade the old program still runs while the new one has already migrated.
    migrator.set_ignore_missing(true);
    migrator
}

/// The words for a kind of database in error messages.
struct Kind {
    what: &'static str,
    advice: &'static str,
}

const EXTERNAL: Kind = Kind {
    what: "the database in DATABASE_URL",
    advice: "Check that it runs, and the address and password; or unset DATABASE_URL to let Baton run a private cluster.",
};
const PRIVATE: Kind = Kind {
    what: "the private cluster",
    advice: "The end of postgres.log in the data folder may say why.",
};

impl Kind {
    fn failed(&self, source: impl Into<FirstConnectionError>) -> CommandError {
        CommandError::Connect {
            what: self.what,
            source: source.into(),
            advice: self.advice,
        }
    }
}

async fn connect(
    config: &Config,
    options: PgConnectOptions,
    kind: &Kind,
) -> Result<PgPool, CommandError> {
    let waiting = || {
        print_line(format_args!(
            "{} does not answer yet; trying for 10 seconds.",
            kind.what
        ));
    };
    reachable(options.clone(), waiting)
        .await
        .map_err(|error| kind.failed(error))?;
    open_pool(options, config.database_connections)
        .await
        .map_err(|source| kind.failed(source))
}

/// Fails if the schema is newer than this program, which might write wrong rows there. Servers that already run continue,
/// so that an upgrade can replace one after the other.
#[tracing::instrument(name = "db.schema.refuse_newer", skip_all)]
async fn refuse_newer(connection: &mut PgConnection) -> Result<(), CommandError> {
    let is_migrated: bool =
        sqlx::query_scalar("select to_regclass('_sqlx_migrations') is not null")
            .fetch_one(&mut *connection)
            .await?;
    if !is_migrated {
        return Ok(());
    }
    let applied: Option<i64> = sqlx::query_scalar("select max(version) from _sqlx_migrations")
        .fetch_one(&mut *connection)
        .await?;
    let latest = migrator().iter().map(|migration| migration.version).max();
    match applied {
        Some(applied) if Some(applied) > latest => Err(CommandError::NewerSchema {
            applied,
            latest: latest.unwrap_or_default(),
        }),
        _ => Ok(()),
    }
}

/// Prints which database is about to be opened, because creating a cluster takes seconds.
pub(super) fn announce_database(config: &Config) -> Result<(), CommandError> {
    if config.database_url()?.is_some() {
        print_line("Connecting to the database in DATABASE_URL.");
    } else {
        print_line(format_args!(
            "Starting a private PostgreSQL cluster in {}.",
            config.data_dir()?.display()
        ));
    }
    Ok(())
}
