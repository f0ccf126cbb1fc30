use super::MailKind;
use crate::{Store, StoreError};
use sentences::Language;
use std::time::Duration;

/// An e-mail that the caller may send until its lease ends.
#[derive(Debug, Clone)]
pub struct ClaimedMail {
    /// Which e-mail.
    pub id: i64,
    /// What it is for.
    pub kind: MailKind,
    /// The address that was typed.
    pub recipient: String,
    /// The language, if the recipient has chosen none.
    pub language: Language,
    /// Which attempt this is, from 1; fences what is written about it.
    pub attempt: i16,
    /// It is older than anybody waits for it.
    pub is_late: bool,
}

struct Row {
    id: i64,
    kind: String,
    recipient: String,
    language: String,
    attempts: i16,
    is_late: bool,
}

/// Claims up to `limit` e-mails that are due, longest due first, each for `lease`. Those that are older than `max_age`
/// are late. What only a newer version knows how to write is left to a server of that version.
///
/// # Errors
/// The database; a row that cannot be read.
#[tracing::instrument(name = "db.mail.claim", skip_all)]
pub async fn claim(
    store: &Store,
    limit: usize,
    lease: Duration,
    max_age: Duration,
) -> Result<Vec<ClaimedMail>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as!(
        Row,
        r#"with clock as (
             select coalesce($1, statement_timestamp()) as now),
         -- What others are claiming right now is skipped, not waited for.
         due as (
             select id from mail
              where next_attempt_at <= (select now from clock)
                and kind = any ($5)
              order by next_attempt_at
              limit $2
                for update skip locked)
         update mail m
            set attempts = least(m.attempts + 1, 32767),
                next_attempt_at = clock.now + $3::interval
           from due, clock
          where m.id = due.id
         returning m.id, m.kind, m.recipient, m.language, m.attempts,
                   m.created_at <= clock.now - $4::interval as "is_late!""#,
        store.clock.pinned(),
        i64::try_from(limit).unwrap_or(i64::MAX),
        lease as _,
        max_age as _,
        &MailKind::words(),
    )
    .fetch_all(&store.pool)
    .await?;
    rows.into_iter().map(ClaimedMail::try_from).collect()
}

impl TryFrom<Row> for ClaimedMail {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let kind = row.kind.parse();
        Ok(Self {
            id: row.id,
            kind: kind
                .map_err(|error| StoreError::Corrupt(format!("e-mail {}: {error}", row.id)))?,
            recipient: row.recipient,
            // One that is not known any more is the first.
            language: row.language.parse().unwrap_or_default(),
            attempt: row.attempts,
            is_late: row.is_late,
        })
    }
}

/// The time until the next e-mail is due that this version knows how to write: none if there is none.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.mail.next_due", skip_all)]
pub async fn next_due(store: &Store) -> Result<Option<Duration>, StoreError> {
    let seconds = sqlx::query_scalar!(
        r#"select extract(epoch from min(next_attempt_at) - coalesce($1, statement_timestamp()))::float8 as "seconds"
             from mail
            where kind = any ($2)"#,
        store.clock.pinned(),
        &MailKind::words(),
    );
    let seconds = seconds.fetch_one(&store.pool).await?;
    Ok(seconds.map(|seconds| Duration::try_from_secs_f64(seconds).unwrap_or_default()))
}
