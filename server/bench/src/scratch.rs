//! The scratch database of a measurement.

use super::BenchError;
use super::environment::Environment;
use server_store::database::unhurried;
use sqlx::migrate::Migrator;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{AssertSqlSafe, ConnectOptions, PgPool};

/// The size of a connection pool, as a server would have it.
const CONNECTIONS: u32 = 20;
/// The statement before a measurement; see [`Scratch::checkpoint`].
pub(super) const CHECKPOINT: &str = "checkpoint";

/// A database that is made for one run and dropped after it.
pub struct Scratch {
    /// The connections of the first server.
    pub pool: PgPool,
    name: String,
}

impl Scratch {
    /// Creates the database where `server` is connected to, and migrates it.
    ///
    /// # Errors
    /// [`BenchError::Scratch`] if the role may not create databases.
    pub async fn create(server: &PgPool, migrator: &Migrator) -> Result<Self, BenchError> {
        let name = format!("baton_bench_{}", std::process::id());
        // A killed run of the same process id left its database behind.
        drop_database(server, &name)
            .await
            .map_err(BenchError::Scratch)?;
        // The name has only letters, digits and underscores.
        sqlx::query(AssertSqlSafe(format!("create database {name}")))
            .execute(server)
            .await
            .map_err(BenchError::Scratch)?;
        let options = server
            .connect_options()
            .as_ref()
            .clone()
            .database(&name)
            .application_name("baton bench");
        let pool = connect(options).await?;
        migrator.run(&pool).await?;
        Ok(Self { pool, name })
    }

    /// The connections of another server.
    pub(super) async fn connect_second_server(&self) -> Result<PgPool, BenchError> {
        connect(self.pool.connect_options().as_ref().clone()).await
    }

    /// The connection URL, for another process.
    pub(super) fn url(&self) -> String {
        let options = self.pool.connect_options();
        options.to_url_lossy().to_string()
    }

    /// The connection URL without the options of the driver, which libpq would refuse.
    pub(super) fn libpq_url(&self) -> String {
        let url = self.url();
        let (base, _) = url.split_once('?').unwrap_or((&url, ""));
        base.to_owned()
    }

    /// The environment, for the report.
    pub(super) async fn environment(&self) -> Result<Environment, BenchError> {
        let version = "select 'PostgreSQL ' || current_setting('server_version')";
        Ok(Environment {
            postgres: sqlx::query_scalar(version).fetch_one(&self.pool).await?,
            optimized: !cfg!(debug_assertions),
        })
    }

    /// Writes a checkpoint. PostgreSQL writes a page in full at its first change after one, so that every measurement
    /// begins with the same work before it.
    pub(super) async fn checkpoint(&self) -> Result<(), BenchError> {
        sqlx::query(CHECKPOINT).execute(&self.pool).await?;
        Ok(())
    }

    /// Drops the database.
    ///
    /// # Errors
    /// The database is left behind.
    pub async fn drop(self, server: &PgPool) -> Result<(), BenchError> {
        self.pool.close().await;
        Ok(drop_database(server, &self.name).await?)
    }
}

/// A pool without the time limits of a server's sessions, which seeding exceeds.
async fn connect(options: PgConnectOptions) -> Result<PgPool, BenchError> {
    PgPoolOptions::new()
        .max_connections(CONNECTIONS)
        .connect_with(unhurried(options))
        .await
        .map_err(BenchError::Scratch)
}

async fn drop_database(server: &PgPool, name: &str) -> Result<(), sqlx::Error> {
    let statement = format!("drop database if exists {name} with (force)");
    sqlx::query(AssertSqlSafe(statement))
        .execute(server)
        .await?;
    Ok(())
}
