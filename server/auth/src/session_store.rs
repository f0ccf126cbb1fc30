//! Sessions in PostgreSQL, by the interface of tower-sessions. Ours, because the published stores
//! are bound to an older sqlx, and because the id is kept only as its hash.
//!
//! A session ends [`IDLE`] after it was last used, and [`LIFETIME`] after its sign-in however it is used. The
//! database says when; what tower-sessions computes for a record is the cookie's age alone.

use super::{OWNER_KEY, SessionOwner};
use async_trait::async_trait;
use server_store::{Store, access};
use sha2::{Digest, Sha256};
use sqlx::types::Json;
use std::collections::HashMap;
use std::time::Duration;
use time::OffsetDateTime;
use tower_sessions::SessionStore;
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error, Result};

/// How long a session lasts that nobody uses.
pub const IDLE: Duration = Duration::from_hours(14 * 24);
/// How long a session lasts at most.
pub const LIFETIME: Duration = Duration::from_hours(90 * 24);
/// Use is written down at most this often, so that nearly every request only reads.
pub(super) const RENEWAL: Duration = Duration::from_hours(1);

/// What a session holds.
type Data = HashMap<String, serde_json::Value>;

/// The `session` table.
#[derive(Debug, Clone)]
pub struct PgSessionStore {
    store: Store,
}

impl PgSessionStore {
    /// A store on this database, by this clock.
    pub fn new(store: Store) -> Self {
        Self { store }
    }

    /// Lets a session last from now on, if that was not written down within the last hour.
    #[tracing::instrument(name = "db.session.renew", skip_all)]
    pub async fn renew(&self, id: &Id) -> std::result::Result<(), sqlx::Error> {
        sqlx::query!(
            "with clock as (
                 select coalesce($2, statement_timestamp()) as now)
             update session
                set expires_at = least(clock.now + $3::interval, signed_in_at + $4::interval)
               from clock
              where id_hash = $1 and expires_at > clock.now
                and expires_at <= least(clock.now + $3::interval, signed_in_at + $4::interval) - $5::interval",
            id_hash(id),
            self.store.clock.pinned(),
            IDLE as _,
            LIFETIME as _,
            RENEWAL as _,
        )
        .execute(&self.store.pool)
        .await?;
        Ok(())
    }

    /// Deletes sessions that have ended, and says how many.
    #[tracing::instrument(name = "db.session.delete_ended", skip_all)]
    pub async fn delete_ended(&self) -> std::result::Result<u64, sqlx::Error> {
        let deleted = sqlx::query!(
            "delete from session where expires_at <= coalesce($1, statement_timestamp())",
            self.store.clock.pinned(),
        )
        .execute(&self.store.pool)
        .await?;
        Ok(deleted.rows_affected())
    }
}

/// What the database keeps of a session's id.
pub fn id_hash(id: &Id) -> Vec<u8> {
    Sha256::digest(id.0.to_le_bytes()).to_vec()
}

fn backend(error: sqlx::Error) -> Error {
    Error::Backend(error.to_string())
}

#[async_trait]
impl SessionStore for PgSessionStore {
    #[tracing::instrument(name = "db.session.create", skip_all)]
    async fn create(&self, record: &mut Record) -> Result<()> {
        loop {
            let inserted = sqlx::query!(
                "insert into session (id_hash, record, signed_in_at, expires_at)
                 select $1, $2, now, now + $4::interval from coalesce($3, statement_timestamp()) as now
                 on conflict (id_hash) do nothing",
                id_hash(&record.id),
                Json(&record.data) as _,
                self.store.clock.pinned(),
                IDLE as _,
            )
            .execute(&self.store.pool)
            .await
            .map_err(backend)?;
            if inserted.rows_affected() == 1 {
                return Ok(());
            }
            record.id = Id::default();
        }
    }

    #[tracing::instrument(name = "db.session.save", skip_all)]
    async fn save(&self, record: &Record) -> Result<()> {
        // An update alone: a session that was ended elsewhere is not brought back to life.
        sqlx::query!(
            "update session set record = $2
              where id_hash = $1 and expires_at > coalesce($3, statement_timestamp())",
            id_hash(&record.id),
            Json(&record.data) as _,
            self.store.clock.pinned(),
        )
        .execute(&self.store.pool)
        .await
        .map_err(backend)?;
        Ok(())
    }

    #[tracing::instrument(name = "db.session.load", skip_all)]
    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let row = sqlx::query!(
            r#"select record as "record: Json<Data>", expires_at from session
              where id_hash = $1 and expires_at > coalesce($2, statement_timestamp())"#,
            id_hash(id),
            self.store.clock.pinned(),
        )
        .fetch_optional(&self.store.pool)
        .await
        .map_err(backend)?;
        row.map(|row| {
            let expiry_date = OffsetDateTime::from_unix_timestamp(row.expires_at.timestamp())
                .map_err(|error| Error::Decode(error.to_string()))?;
            Ok(Record {
                id: *id,
                data: row.record.0,
                expiry_date,
            })
        })
        .transpose()
    }

    #[tracing::instrument(name = "db.session.delete", skip_all)]
    async fn delete(&self, id: &Id) -> Result<()> {
        let mut tx = self.store.pool.begin().await.map_err(backend)?;
        let data = sqlx::query_scalar!(
            r#"delete from session where id_hash = $1 returning record as "record: Json<Data>""#,
            id_hash(id),
        )
        .fetch_optional(&mut *tx)
        .await
        .map_err(backend)?;
        let owner = data.and_then(|mut data| data.remove(OWNER_KEY));
        if let Some(owner) =
            owner.and_then(|owner| serde_json::from_value::<SessionOwner>(owner).ok())
        {
            // What is open elsewhere under this session ends with it.
            access::changed(&mut *tx, owner.organization, owner.member)
                .await
                .map_err(backend)?;
        }
        tx.commit().await.map_err(backend)
    }
}
