//! Sessions in PostgreSQL, by the interface of tower-sessions. Ours, because the published stores
//! are bound to an older sqlx, and because the id is kept only as its hash.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use sqlx::PgPool;
use sqlx::types::Json;
use std::collections::HashMap;
use time::OffsetDateTime;
use tower_sessions::SessionStore;
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error, Result};

/// The `session` table.
#[derive(Debug, Clone)]
pub struct PgSessionStore {
    pool: PgPool,
}

impl PgSessionStore {
    /// A store on this database.
    pub fn new(pool: PgPool) -> Self {
        Self { pool }
    }

    /// Deletes sessions that have ended, and says how many.
    ///
    /// # Errors
    /// The database.
    pub async fn delete_ended(&self) -> std::result::Result<u64, sqlx::Error> {
        let deleted = sqlx::query("delete from session where expires_at <= now()")
            .execute(&self.pool)
            .await?;
        Ok(deleted.rows_affected())
    }
}

fn id_hash(id: &Id) -> Vec<u8> {
    Sha256::digest(id.0.to_le_bytes()).to_vec()
}

fn backend(error: sqlx::Error) -> Error {
    Error::Backend(error.to_string())
}

fn expiry(at: OffsetDateTime) -> Result<DateTime<Utc>> {
    DateTime::from_timestamp(at.unix_timestamp(), 0)
        .ok_or_else(|| Error::Encode("the session's end is out of range".into()))
}

#[async_trait]
impl SessionStore for PgSessionStore {
    async fn create(&self, record: &mut Record) -> Result<()> {
        loop {
            let inserted = sqlx::query(
                "insert into session (id_hash, record, expires_at) values ($1, $2, $3)
                 on conflict (id_hash) do nothing",
            )
            .bind(id_hash(&record.id))
            .bind(Json(&record.data))
            .bind(expiry(record.expiry_date)?)
            .execute(&self.pool)
            .await
            .map_err(backend)?;
            if inserted.rows_affected() == 1 {
                return Ok(());
            }
            record.id = Id::default();
        }
    }

    async fn save(&self, record: &Record) -> Result<()> {
        // An update alone: a session that was ended elsewhere is not brought back to life.
        sqlx::query("update session set record = $2, expires_at = $3 where id_hash = $1 and expires_at > now()")
            .bind(id_hash(&record.id))
            .bind(Json(&record.data))
            .bind(expiry(record.expiry_date)?)
            .execute(&self.pool)
            .await
            .map_err(backend)?;
        Ok(())
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let row: Option<(Json<HashMap<String, serde_json::Value>>, DateTime<Utc>)> =
            sqlx::query_as(
                "select record, expires_at from session where id_hash = $1 and expires_at > now()",
            )
            .bind(id_hash(id))
            .fetch_optional(&self.pool)
            .await
            .map_err(backend)?;
        row.map(|(data, expires_at)| {
            let expiry_date = OffsetDateTime::from_unix_timestamp(expires_at.timestamp())
                .map_err(|error| Error::Decode(error.to_string()))?;
            Ok(Record {
                id: *id,
                data: data.0,
                expiry_date,
            })
        })
        .transpose()
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        sqlx::query("delete from session where id_hash = $1")
            .bind(id_hash(id))
            .execute(&self.pool)
            .await
            .map_err(backend)?;
        Ok(())
    }
}
