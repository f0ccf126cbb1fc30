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
                Ok(meta.idle_for < FRESH || silence.answers(connection).await)
            })
        })
        // Work that was given up leaves its statement behind: the connection goes back only when it is through.
        .after_release(move |connection, meta| {
            let silence = after.clone();
            Box::pin(
                async move { Ok(!silence.covers(meta.age) && silence.answers(connection).await) },
            )
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

    /// Asks the connection whether it is alive.
    async fn answers(&self, connection: &mut PgConnection) -> bool {
        let asked = Instant::now();
        match tokio::time::timeout(PING, connection.ping()).await {
            Ok(Ok(())) => true,
            Ok(Err(error)) => {
                tracing::info!(%error, "a connection to the database was lost");
                false
            }
            Err(_) => {
                tracing::warn!(
                    "a connection to the database is open and does not answer; it and all that are older are closed"
                );
                *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(asked);
                false
            }
        }
    }
}
