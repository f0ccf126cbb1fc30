//! The session store: the interface of tower-sessions over PostgreSQL. The published stores need an older sqlx, and
//! store the session's id itself instead of its hash.
//!
//! A session ends [`IDLE`] after its last use, and at the latest [`LIFETIME`] after its sign-in, by the database's
//! clock. The expiry that tower-sessions computes is only the cookie's.

use super::{OWNER_KEY, SessionOwner};
use async_trait::async_trait;
use server_store::database::begin_transaction;
use server_store::{Store, access};
use sha2::{Digest, Sha256};
use sqlx::types::Json;
use std::collections::HashMap;
use std::time::Duration;
use time::OffsetDateTime;
use tower_sessions::SessionStore;
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error, Result};

/// The lifetime of a session after its last use.
pub const IDLE: Duration = Duration::from_hours(14 * 24);
/// The lifetime of a session after its sign-in.
pub const LIFETIME: Duration = Duration::from_hours(90 * 24);
/// The minimum time between two renewals, so that nearly every request only reads.
pub(super) const RENEWAL_INTERVAL: Duration = Duration::from_hours(1);

/// The values in a session.
type Data = HashMap<String, serde_json::Value>;

/// The store over the `session` table.
#[derive(Debug, Clone)]
pub struct PgSessionStore {
    store: Store,
}

impl PgSessionStore {
    /// A store over this database.
    pub fn new(store: Store) -> Self {
        Self { store }
    }

    /// Extends a session from now on, if the last renewal is older than [`RENEWAL_INTERVAL`].
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
            RENEWAL_INTERVAL as _,
        )
        .execute(&self.store.pool)
        .await?;
        Ok(())
    }

    /// Deletes sessions that have ended, and returns their number.
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

/// The hash of a session's id, as the database has it.
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
                // One that goes on from another session began when that one did.
                "insert into session (id_hash, record, signed_in_at, expires_at)
                 select $1, $2, since.at, least(clock.now + $4::interval, since.at + $5::interval)
                   from (select coalesce($3, statement_timestamp()) as now) clock,
                        lateral (select least(clock.now, ($2::jsonb->>'since')::timestamptz) as at) since
                 on conflict (id_hash) do nothing",
                id_hash(&record.id),
                Json(&record.data) as _,
                self.store.clock.pinned(),
                IDLE as _,
                LIFETIME as _,
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
        // Only an update, so that a session which was ended elsewhere stays ended.
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
        let mut tx = begin_transaction(&self.store.pool, None)
            .await
            .map_err(backend)?;
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
            // The open streams of this session end with it.
            access::changed(&mut *tx, owner.organization, owner.member)
                .await
                .map_err(backend)?;
        }
        tx.commit().await.map_err(backend)
    }
}
