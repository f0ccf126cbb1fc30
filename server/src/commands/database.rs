//! The database that a command works on: the configured one, or the private cluster.

use std::time::Duration;

use sqlx::migrate::Migrator;
use sqlx::postgres::PgConnectOptions;
use sqlx::{Connection, PgConnection, PgPool};

use super::{CommandError, say};
use crate::config::Config;
use server_embedded::{Cluster, ClusterError};
use server_store::MIGRATOR;
use server_store::database::{FirstConnectionError, open_pool, reachable, unhurried};

/// How long connections that are still in use hold up the closing of the pool.
const CLOSE_TIMEOUT: Duration = Duration::from_secs(2);

/// What to do if another `baton` already runs the private cluster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sharing {
    /// Refuse: two servers would both run the engine and both believe the cluster to be theirs.
    Alone,
    /// Use the running one, as a command beside a running server wants.
    Together,
}

/// Connections, and the private cluster if this process started it.
pub struct Database {
    /// Connections.
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
            Err(locked @ ClusterError::Locked { .. }) if sharing == Sharing::Together => {
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

    /// Brings the schema up to date, on a connection of its own: making an index may take longer than a statement of
    /// the pool's may.
    ///
    /// # Errors
    /// A newer version of the program has been here.
    pub async fn migrate(&self) -> Result<(), CommandError> {
        let options = self.pool.connect_options().as_ref().clone();
        let mut connection = PgConnection::connect_with(&unhurried(options)).await?;
        refuse_newer(&mut connection).await?;
        migrator().run(&mut connection).await?;
        connection.close().await?;
        Ok(())
    }

    /// Closes the connections and ends the cluster, if this process started it.
    pub async fn close(self) -> Result<(), CommandError> {
        // Whoever still holds a connection now had time enough to finish; the cluster's end takes it away.
        let _ = tokio::time::timeout(CLOSE_TIMEOUT, self.pool.close()).await;
        if let Some(cluster) = self.cluster {
            cluster.stop().await?;
        }
        Ok(())
    }

    /// Migrates, runs `work`, and closes the database whatever came of it.
    pub async fn with<T>(
        config: &Config,
        work: impl AsyncFnOnce(&PgPool) -> Result<T, CommandError>,
    ) -> Result<T, CommandError> {
        let database = Self::open(config, Sharing::Together).await?;
        let result = match database.migrate().await {
            Ok(()) => work(&database.pool).await,
            Err(error) => Err(error),
        };
        database.close().await?;
        result
    }
}

/// Every migration.
pub(super) fn migrator() -> Migrator {
    let mut migrator = Migrator::with_migrations(MIGRATOR.iter().cloned().collect());
    // During an upgrade the old program still runs while the new one has already migrated.
    migrator.set_ignore_missing(true);
    migrator
}

/// How the two kinds of database are talked about when they do not answer.
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
        say(format_args!(
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

/// Refuses a schema that this program does not know: what it would write there might be wrong. A program that already
/// runs goes on, as in an upgrade that takes one server after the other.
#[tracing::instrument(name = "db.schema.refuse_newer", skip_all)]
async fn refuse_newer(connection: &mut PgConnection) -> Result<(), CommandError> {
    let begun: bool = sqlx::query_scalar("select to_regclass('_sqlx_migrations') is not null")
        .fetch_one(&mut *connection)
        .await?;
    if !begun {
        return Ok(());
    }
    let applied: Option<i64> = sqlx::query_scalar("select max(version) from _sqlx_migrations")
        .fetch_one(&mut *connection)
        .await?;
    let latest = migrator().iter().map(|migration| migration.version).max();
    match applied {
        Some(applied) if Some(applied) > latest => Err(CommandError::NewerSchema {
            found: applied,
            known: latest.unwrap_or_default(),
        }),
        _ => Ok(()),
    }
}

/// Prints what is about to happen, because the first time it takes seconds.
pub(super) fn say_which(config: &Config) -> Result<(), CommandError> {
    if config.database_url()?.is_some() {
        say("Connecting to the database in DATABASE_URL.");
    } else {
        say(format_args!(
            "Starting a private PostgreSQL cluster in {}.",
            config.data_dir()?.display()
        ));
    }
    Ok(())
}
