//! The pool of connections, which gives out none that is silent.

use super::session::bounded;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{Connection, PgConnection, PgPool};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long somebody waits for a connection.
pub const CONNECT: Duration = Duration::from_secs(10);
/// How long a connection may take to answer when it is only asked whether it is alive.
const PING: Duration = Duration::from_secs(2);
/// A connection that was used within this time is given out without being asked.
const FRESH: Duration = Duration::from_secs(1);

/// Opens a pool of at most `size` connections; the first is made now.
///
/// # Errors
/// The database was not reached, or refused the session.
pub async fn open_pool(options: PgConnectOptions, size: u32) -> Result<PgPool, sqlx::Error> {
    let silence = Silence::default();
    let (before, after) = (silence.clone(), silence);
    PgPoolOptions::new()
        .max_connections(size)
        .acquire_timeout(CONNECT)
        // Done below, with an end.
        .test_before_acquire(false)
        .before_acquire(move |connection, meta| {
            let silence = before.clone();
            Box::pin(async move {
                if silence.covers(meta.age) {
                    return Ok(false);
                }
                Ok(meta.idle_for < FRESH || silence.is_alive(connection).await)
            })
        })
        // Work that was given up leaves its statement behind: the connection goes back if that is soon through, and
        // is closed if not, which says nothing of the others.
        .after_release(move |connection, meta| {
            let silence = after.clone();
            Box::pin(async move {
                Ok(!silence.covers(meta.age) && ping(connection).await == Answer::Alive)
            })
        })
        .connect_with(bounded(options))
        .await
}

/// When a connection was last found silent. All that are older are then taken for silent too: after a fail-over behind
/// an address all of them are, and asking twenty one after the other would take forty seconds.
#[derive(Debug, Clone, Default)]
struct Silence(Arc<Mutex<Option<Instant>>>);

impl Silence {
    /// Whether a connection of this age was made before the last silence.
    fn covers(&self, age: Duration) -> bool {
        let last = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        last.is_some_and(|last| last.elapsed() < age)
    }

    /// Asks a connection on which nothing runs whether it is alive.
    async fn is_alive(&self, connection: &mut PgConnection) -> bool {
        let pinged_at = Instant::now();
        match ping(connection).await {
            Answer::Alive => true,
            Answer::Lost => false,
            Answer::None => {
                tracing::warn!(
                    "a connection to the database is open and does not answer; it and all that are older are closed"
                );
                *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(pinged_at);
                false
            }
        }
    }
}

/// What came of a ping.
#[derive(Debug, PartialEq, Eq)]
enum Answer {
    Alive,
    Lost,
    /// Nothing in time.
    None,
}

async fn ping(connection: &mut PgConnection) -> Answer {
    match tokio::time::timeout(PING, connection.ping()).await {
        Ok(Ok(())) => Answer::Alive,
        // The end of a statement that was given up before: it was ended, and the session goes on.
        Ok(Err(sqlx::Error::Database(error)))
            if error
                .code()
                .is_some_and(|code| code == "57014" || !code.starts_with("57")) =>
        {
            Answer::Alive
        }
        Ok(Err(error)) => {
            tracing::info!(%error, "a connection to the database was lost");
            Answer::Lost
        }
        Err(_) => Answer::None,
    }
}
