//! Listening for notifications on a session that is asked every few seconds whether it is alive.

use super::deadline::answered;
use crate::StoreError;
use sqlx::PgPool;
use sqlx::postgres::{PgListener, PgPoolOptions};
use std::time::Duration;

/// How long nothing is notified before the session is asked whether it is alive.
const PING_AFTER: Duration = Duration::from_secs(4);
/// How long the session may take to answer, and to be made.
const RESPOND_WITHIN: Duration = Duration::from_secs(3);

/// An event of a session that listens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListenEvent<'a> {
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

/// Listens on these channels until the session is lost or stays silent, which is noticed within [`PING_AFTER`] +
/// [`RESPOND_WITHIN`].
/// The caller calls it again. The session is its own: that of a pool whose connections are all waiting would receive
/// nothing.
///
/// # Errors
/// Always, at last: why nothing is received any more.
pub async fn listen(
    pool: &PgPool,
    channels: &[&str],
    mut on_event: impl FnMut(ListenEvent<'_>),
) -> Result<std::convert::Infallible, StoreError> {
    let own = PgPoolOptions::new()
        .max_connections(1)
        .acquire_timeout(RESPOND_WITHIN)
        .connect_lazy_with(pool.connect_options().as_ref().clone());
    let mut listener = answered(RESPOND_WITHIN, async {
        let mut listener = PgListener::connect_with(&own).await?;
        listener.listen_all(channels.iter().copied()).await?;
        // Else a connection that was lost would be made anew here, where nobody sees how long it takes.
        listener.eager_reconnect(false);
        Ok::<_, StoreError>(listener)
    })
    .await?;
    on_event(ListenEvent::Connected);
    loop {
        tokio::select! {
            () = pool.close_event() => return Err(sqlx::Error::PoolClosed.into()),
            received = tokio::time::timeout(PING_AFTER, listener.try_recv()) => match received {
                Ok(Ok(Some(notification))) => on_event(ListenEvent::Notification {
                    channel: notification.channel(),
                    payload: notification.payload(),
                }),
                Ok(Ok(None)) => return Err(lost().into()),
                Ok(Err(error)) => return Err(error.into()),
                Err(_) => {
                    answered(RESPOND_WITHIN, ping(&mut listener)).await?;
                    on_event(ListenEvent::Alive);
                }
            },
        }
    }
}

/// A statement that does nothing: it fails, or stays unanswered, on a session that is lost.
#[tracing::instrument(name = "db.listener.ping", skip_all)]
async fn ping(listener: &mut PgListener) -> Result<(), StoreError> {
    sqlx::query!("select",).execute(listener).await?;
    Ok(())
}

fn lost() -> sqlx::Error {
    std::io::Error::from(std::io::ErrorKind::ConnectionAborted).into()
}
