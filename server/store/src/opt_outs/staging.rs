mod examine;

pub use examine::Examined;

use super::record::{Recorded, record_all};
use super::source::Source;
use crate::audit::{self, Change};
use crate::clock::Clock;
use crate::contacts::{Duplicate, escape_for_copy};
use crate::count::clamp;
use crate::membership::still_admin;
use crate::{Store, StoreError, notify};
use app::domain::{AuditAction, AuditActor, AuditSubject, PhoneNumber};
use sqlx::{Connection, PgConnection};
use std::time::Duration;

/// How much is sent to the database at once, in bytes.
const CHUNK: usize = 256 * 1024;
/// How many numbers are recorded by one transaction: texts to their contacts wait for its commit.
const BATCH: i64 = 500;
/// The maximum number of duplicates that are listed.
const MAX_LISTED: i64 = 1_000;
/// How often a batch is tried while others hold its conversations.
const ATTEMPTS: u32 = 10;
const RETRY_DELAY: Duration = Duration::from_millis(200);

/// Numbers on their way in, in a temporary table on a connection of their own, as contacts are. A file that breaks off
/// records nothing; one that is whole is recorded in batches, so that nobody's text and no other opt-out waits for all of
/// it.
pub struct Staging {
    connection: PgConnection,
    clock: Clock,
    chunk: Vec<u8>,
}

/// What came of staged numbers. Each is in exactly one of the three counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// Numbers that are opted out now and were not before.
    pub recorded: u32,
    /// Numbers that were opted out before.
    pub already: u32,
    /// Those that were staged earlier.
    pub duplicates: u32,
    /// The duplicates by line, the first thousand of them.
    pub listed: Vec<Duplicate>,
}

impl Staging {
    /// Nothing is staged yet.
    ///
    /// # Errors
    /// The database.
    #[tracing::instrument(name = "db.opt_out.open_staging", skip_all)]
    pub async fn open(store: &Store) -> Result<Self, StoreError> {
        let mut connection = store.pool.acquire().await?.detach();
        sqlx::query(
            "create temporary table incoming_opt_out (line bigint, written text, cell text)",
        )
        .execute(&mut connection)
        .await?;
        Ok(Self {
            connection,
            clock: store.clock.clone(),
            chunk: Vec::with_capacity(2 * CHUNK),
        })
    }

    /// Stages one more, from the line on which its row begins, with its number as it stood there. Lines only grow.
    ///
    /// # Errors
    /// The database.
    pub async fn push(
        &mut self,
        line: u64,
        written: &str,
        number: &PhoneNumber,
    ) -> Result<(), StoreError> {
        self.chunk.extend_from_slice(line.to_string().as_bytes());
        for field in [written, number.as_str()] {
            self.chunk.push(b'\t');
            escape_for_copy(field, &mut self.chunk);
        }
        self.chunk.push(b'\n');
        if self.chunk.len() >= CHUNK {
            self.flush().await
        } else {
            Ok(())
        }
    }

    /// Records what is staged, batch by batch. After an error those of the batches before it are recorded; whoever
    /// imports the file again finds them.
    ///
    /// # Errors
    /// Whoever imports is no admin any more; the database.
    #[tracing::instrument(name = "db.opt_out.record_staged", skip_all)]
    pub async fn record(mut self, actor: AuditActor) -> Result<Imported, StoreError> {
        self.flush().await?;
        self.index().await?;
        // Whoever waits for the conversations of a batch waits as long as the batch itself does.
        sqlx::query("set lock_timeout = '2s'")
            .execute(&mut self.connection)
            .await?;
        let (staged, numbers) = self.counts().await?;
        let listed = self.duplicates().await?;
        let mut recorded = 0_u32;
        let mut cells = self.next_batch("").await?;
        let mut event = Some(numbers.to_string());
        while let Some(last) = cells.last().cloned() {
            let batch = self.record_batch(actor, &cells, event.as_deref()).await?;
            event = None;
            recorded = recorded.saturating_add(batch);
            cells = self.next_batch(&last).await?;
        }
        // What is in is in; a connection that does not close politely is closed by the drop.
        let _ = self.connection.close().await;
        Ok(Imported {
            recorded,
            already: numbers.saturating_sub(recorded),
            duplicates: staged.saturating_sub(numbers),
            listed,
        })
    }

    /// Makes what is staged quick to read in batches.
    #[tracing::instrument(name = "db.opt_out.index_staged", skip_all)]
    async fn index(&mut self) -> Result<(), StoreError> {
        for statement in [
            "create index on incoming_opt_out (cell, line)",
            "analyze incoming_opt_out",
        ] {
            sqlx::query(statement).execute(&mut self.connection).await?;
        }
        Ok(())
    }

    /// How many rows are staged, and how many numbers.
    #[tracing::instrument(name = "db.opt_out.count_staged", skip_all)]
    async fn counts(&mut self) -> Result<(u32, u32), StoreError> {
        let (staged, numbers): (i64, i64) =
            sqlx::query_as("select count(*), count(distinct cell) from incoming_opt_out")
                .fetch_one(&mut self.connection)
                .await?;
        Ok((clamp(staged), clamp(numbers)))
    }

    #[tracing::instrument(name = "db.opt_out.staged_duplicates", skip_all)]
    async fn duplicates(&mut self) -> Result<Vec<Duplicate>, StoreError> {
        let rows: Vec<(i64, String, i64)> = sqlx::query_as(
            "select line, written, first_line
               from (select line, written, min(line) over (partition by cell) as first_line from incoming_opt_out) o
              where line > first_line
              order by line
              limit $1",
        )
        .bind(MAX_LISTED)
        .fetch_all(&mut self.connection)
        .await?;
        let duplicates = rows.into_iter().map(|(line, written, first)| Duplicate {
            line: line.unsigned_abs(),
            written,
            taken: Some(first.unsigned_abs()),
        });
        Ok(duplicates.collect())
    }

    #[tracing::instrument(name = "db.opt_out.next_staged", skip_all)]
    async fn next_batch(&mut self, after: &str) -> Result<Vec<String>, StoreError> {
        Ok(sqlx::query_scalar(
            "select cell from incoming_opt_out where cell > $1 group by cell order by cell limit $2",
        )
        .bind(after)
        .bind(BATCH)
        .fetch_all(&mut self.connection)
        .await?)
    }

    /// Records a batch, again and again while others are in its way.
    async fn record_batch(
        &mut self,
        actor: AuditActor,
        cells: &[String],
        event: Option<&str>,
    ) -> Result<u32, StoreError> {
        let mut attempt = 1;
        loop {
            match self.try_batch(actor, cells, event).await {
                Err(error) if attempt < ATTEMPTS && error.is_contention() => {
                    attempt += 1;
                    tokio::time::sleep(RETRY_DELAY).await;
                }
                result => return result,
            }
        }
    }

    #[tracing::instrument(name = "db.opt_out.record_batch", skip_all)]
    async fn try_batch(
        &mut self,
        actor: AuditActor,
        cells: &[String],
        event: Option<&str>,
    ) -> Result<u32, StoreError> {
        let organization = actor.organization;
        let mut tx = self.connection.begin().await?;
        // A file may take long to arrive.
        still_admin(&mut tx, actor).await?;
        let source = Source::Import(actor.member);
        let Recorded {
            new,
            campaigns,
            members,
            ..
        } = record_all(&mut tx, &self.clock, organization, cells, source).await?;
        if let Some(numbers) = event {
            let change = Change::new(AuditAction::OptOutsImported, AuditSubject::Organization);
            audit::record(&mut tx, &self.clock, actor, change.detail(numbers)).await?;
        }
        notify::changed(&mut *tx, organization, campaigns, members).await?;
        tx.commit().await?;
        Ok(u32::try_from(new.len()).unwrap_or(u32::MAX))
    }

    #[tracing::instrument(name = "db.opt_out.flush", skip_all)]
    async fn flush(&mut self) -> Result<(), StoreError> {
        let mut copy = self
            .connection
            .copy_in_raw("copy incoming_opt_out (line, written, cell) from stdin")
            .await?;
        copy.send(self.chunk.as_slice()).await?;
        copy.finish().await?;
        self.chunk.clear();
        Ok(())
    }
}
