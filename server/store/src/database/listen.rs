//! Listening for notifications on a session that is asked every few seconds whether it is alive.

use super::deadline::answered;
use crate::StoreError;
use sqlx::PgPool;
use sqlx::postgres::{PgListener, PgPoolOptions};
use std::time::Duration;

/// How long it is quiet before the session is asked whether it is alive.
const QUIET: Duration = Duration::from_secs(4);
/// How long the session may take to answer, and to be made.
const ANSWER: Duration = Duration::from_secs(3);

/// What is heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard<'a> {
    /// The session has begun to listen, perhaps anew. What was notified before is lost: look at everything.
    Connected,
    /// A notification.
    Notification {
        /// The channel that it came on.
        channel: &'a str,
        /// What it carries.
        payload: &'a str,
    },
    /// Nothing for a while; the session is alive.
    Alive,
}

/// Listens on these channels until the session is lost or stays silent, which is noticed within [`QUIET`] + [`ANSWER`].
/// Whoever calls it calls it again. The session is its own: that of a pool whose connections are all waiting would
/// hear nothing.
///
/// # Errors
/// Always, at last: why it hears nothing any more.
pub async fn listen(
    pool: &PgPool,
    channels: &[&str],
    mut heard: impl FnMut(Heard<'_>),
) -> Result<std::convert::Infallible, StoreError> {
    let own = PgPoolOptions::new()
        .max_connections(1)
        .acquire_timeout(ANSWER)
        .connect_lazy_with(pool.connect_options().as_ref().clone());
    let mut listener = answered(ANSWER, async {
        let mut listener = PgListener::connect_with(&own).await?;
        listener.listen_all(channels.iter().copied()).await?;
        // Else a connection that was lost would be made anew here, where nobody sees how long it takes.
        listener.eager_reconnect(false);
        Ok::<_, StoreError>(listener)
    })
    .await?;
    heard(Heard::Connected);
    loop {
        tokio::select! {
            () = pool.close_event() => return Err(sqlx::Error::PoolClosed.into()),
            received = tokio::time::timeout(QUIET, listener.try_recv()) => match received {
                Ok(Ok(Some(notification))) => heard(Heard::Notification {
                    channel: notification.channel(),
                    payload: notification.payload(),
                }),
                Ok(Ok(None)) => return Err(lost().into()),
                Ok(Err(error)) => return Err(error.into()),
                Err(_) => {
                    answered(ANSWER, ping(&mut listener)).await?;
                    heard(Heard::Alive);
                }
            },
        }
    }
}

/// A statement that does nothing: it fails, or stays unanswered, on a session that is lost.
#[tracing::instrument(name = "db.listener.ping", skip_all)]
async fn ping(listener: &mut PgListener) -> Result<(), StoreError> {
    sqlx::query("select").execute(listener).await?;
    Ok(())
}

fn lost() -> sqlx::Error {
    std::io::Error::from(std::io::ErrorKind::ConnectionAborted).into()
}
