//! The first connection of a program: whether there is a database at all, and whether it can be written to.

use super::session::bounded;
use sqlx::postgres::PgConnectOptions;
use sqlx::{Connection, PgConnection};
use std::io::ErrorKind;
use std::time::Duration;
use tokio::time::{Instant, sleep, timeout_at};

/// How long a database that does not answer yet is given to start.
const START_TIMEOUT: Duration = Duration::from_secs(10);
const RETRY_DELAY: Duration = Duration::from_millis(250);

/// Why nothing can be done with the database.
#[derive(Debug, thiserror::Error)]
pub enum FirstConnectionError {
    /// Nothing listens there, or who listens refuses.
    #[error("{0}")]
    Refused(#[from] sqlx::Error),
    /// Something accepts connections there and says nothing.
    #[error("it does not answer within {} seconds", START_TIMEOUT.as_secs())]
    Silent,
    /// It answers, and only reads.
    #[error(
        "it is a standby or read-only, and Baton has to write. Name the primary in DATABASE_URL, or promote the standby"
    )]
    ReadOnly,
}

/// Connects once and asks whether it can write. A database that is just starting is given ten seconds; `waiting` is
/// called when that begins.
///
/// # Errors
/// What keeps it from serving, with the driver's own words: the pool would only say that it timed out.
pub async fn reachable(
    options: PgConnectOptions,
    waiting: impl FnOnce(),
) -> Result<(), FirstConnectionError> {
    let deadline = Instant::now() + START_TIMEOUT;
    let options = bounded(options);
    let mut waiting = Some(waiting);
    let mut connection = loop {
        match timeout_at(deadline, PgConnection::connect_with(&options)).await {
            Ok(Ok(connection)) => break connection,
            Ok(Err(error)) if is_starting(&error) && Instant::now() + RETRY_DELAY < deadline => {
                if let Some(waiting) = waiting.take() {
                    waiting();
                }
                sleep(RETRY_DELAY).await;
            }
            Ok(Err(error)) => return Err(error.into()),
            Err(_) => return Err(FirstConnectionError::Silent),
        }
    };
    let read_only = timeout_at(deadline, is_read_only(&mut connection))
        .await
        .map_err(|_| FirstConnectionError::Silent)??;
    // It has served its purpose; one that does not close politely is closed by the drop.
    let _ = connection.close().await;
    if read_only {
        return Err(FirstConnectionError::ReadOnly);
    }
    Ok(())
}

/// Whether the server is a standby, or refuses writes by its configuration.
#[tracing::instrument(name = "db.server.is_read_only", skip_all)]
async fn is_read_only(connection: &mut PgConnection) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar!(
        r#"select pg_is_in_recovery() or current_setting('default_transaction_read_only')::boolean as "is_read_only!""#,
    )
    .fetch_one(connection)
    .await
}

/// Whether a database that is just being started says or does this.
fn is_starting(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Io(error) => matches!(
            error.kind(),
            ErrorKind::ConnectionRefused | ErrorKind::NotFound | ErrorKind::ConnectionReset
        ),
        sqlx::Error::Database(error) => error.code().as_deref() == Some("57P03"),
        _ => false,
    }
}
