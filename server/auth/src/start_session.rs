//! The start of a session, and its change to another membership.

use super::session_fault::unavailable;
use super::{OWNER_KEY, SINCE_KEY, SessionOwner};
use app::error::AppError;
use chrono::{DateTime, Utc};
use tower_sessions::Session;

/// Lets the session go on as this owner's, under a new id: whoever knows the one before has nothing by it, and what is
/// open with it ends. `since` is when the person signed in, if it was not just now: changing to another organization does
/// not make a session last longer.
pub(super) async fn start_session(
    session: &Session,
    owner: SessionOwner,
    since: Option<DateTime<Utc>>,
) -> Result<(), AppError> {
    session.cycle_id().await.map_err(unavailable)?;
    session
        .insert(OWNER_KEY, owner)
        .await
        .map_err(unavailable)?;
    match since {
        Some(since) => session.insert(SINCE_KEY, since).await,
        None => session.remove_value(SINCE_KEY).await.map(|_| ()),
    }
    .map_err(unavailable)
}
