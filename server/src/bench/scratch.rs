//! The database in which it is measured.

use super::BenchError;
use sqlx::migrate::Migrator;
use sqlx::postgres::PgPoolOptions;
use sqlx::{AssertSqlSafe, PgPool};

/// Connections that the measurements use at once.
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
        let pool = PgPoolOptions::new()
            .max_connections(CONNECTIONS)
            .connect_with(options)
            .await
            .map_err(BenchError::NoScratch)?;
        migrator.run(&pool).await?;
        Ok(Self { pool, name })
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

async fn drop_database(server: &PgPool, name: &str) -> Result<(), sqlx::Error> {
    let statement = format!("drop database if exists {name} with (force)");
    sqlx::query(AssertSqlSafe(statement))
        .execute(server)
        .await?;
    Ok(())
}
