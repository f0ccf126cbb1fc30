//! The database in which it is measured.

use super::BenchError;
use server_store::database::unhurried;
use sqlx::migrate::Migrator;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{AssertSqlSafe, ConnectOptions, PgPool};

/// Connections that a server uses at once.
const CONNECTIONS: u32 = 20;

/// A database that is made for one run and dropped after it.
pub struct Scratch {
    /// Connections to it.
    pub pool: PgPool,
    name: String,
}

impl Scratch {
    /// Makes it on the server that `server` is connected to, with the schema of this program.
    ///
    /// # Errors
    /// The role may not make databases; the database.
    pub async fn make(server: &PgPool, migrator: &Migrator) -> Result<Self, BenchError> {
        let name = format!("baton_bench_{}", std::process::id());
        // A run that was killed under the same number left its own behind.
        drop_database(server, &name)
            .await
            .map_err(BenchError::NoScratch)?;
        // The name is made of letters and digits.
        sqlx::query(AssertSqlSafe(format!("create database {name}")))
            .execute(server)
            .await
            .map_err(BenchError::NoScratch)?;
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

    /// Connections to it as another server would have them.
    ///
    /// # Errors
    /// The database.
    pub(super) async fn another_server(&self) -> Result<PgPool, BenchError> {
        connect(self.pool.connect_options().as_ref().clone()).await
    }

    /// Its address, for another process.
    pub(super) fn url(&self) -> String {
        let options = self.pool.connect_options();
        options.to_url_lossy().to_string()
    }

    /// The same for programs that do not know the driver's own options.
    pub(super) fn libpq_url(&self) -> String {
        let url = self.url();
        let (address, _) = url.split_once('?').unwrap_or((&url, ""));
        address.to_owned()
    }

    /// Which PostgreSQL it lies on, for the report.
    ///
    /// # Errors
    /// The database.
    pub(super) async fn postgres(&self) -> Result<String, BenchError> {
        let version = "select 'PostgreSQL ' || current_setting('server_version')";
        Ok(sqlx::query_scalar(version).fetch_one(&self.pool).await?)
    }

    /// Drops it.
    ///
    /// # Errors
    /// The database; it is left behind then.
    pub async fn drop(self, server: &PgPool) -> Result<(), BenchError> {
        self.pool.close().await;
        Ok(drop_database(server, &self.name).await?)
    }
}

/// Connections as a server has them, whose statements may take as long as seeding takes.
async fn connect(options: PgConnectOptions) -> Result<PgPool, BenchError> {
    PgPoolOptions::new()
        .max_connections(CONNECTIONS)
        .connect_with(unhurried(options))
        .await
        .map_err(BenchError::NoScratch)
}

async fn drop_database(server: &PgPool, name: &str) -> Result<(), sqlx::Error> {
    let statement = format!("drop database if exists {name} with (force)");
    sqlx::query(AssertSqlSafe(statement))
        .execute(server)
        .await?;
    Ok(())
}
