//! Notifications of the topics that a stream of live events is to have from now on. The stream may be open at another
//! server than the one that a page asked.

use crate::StoreError;
use serde::{Deserialize, Serialize};
use sqlx::PgExecutor;

/// The channel, which carries [`StreamTopics`].
pub const STREAM_TOPICS: &str = "baton_stream_topics";

/// A payload of [`STREAM_TOPICS`]. PostgreSQL takes payloads under 8,000 bytes; whoever makes one bounds its parts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StreamTopics {
    /// The hash of the id of the session that asked for it; a stream of another session is not touched.
    pub session: Vec<u8>,
    /// The id that the page gave the stream.
    pub stream: String,
    /// The topics, as the page names them.
    pub topics: String,
}

/// Notifies every server of them. Nobody answers: the server that has the stream says on it which topics it has.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.stream_topics.notify", skip_all)]
pub async fn notify(
    executor: impl PgExecutor<'_>,
    change: &StreamTopics,
) -> Result<(), StoreError> {
    sqlx::query!(
        "select pg_notify($1, $2)",
        STREAM_TOPICS,
        serde_json::to_string(change).map_err(|e| sqlx::Error::Encode(Box::new(e)))?,
    )
    .execute(executor)
    .await?;
    Ok(())
}
