//! Sessions without a password check, for benchmarks with hundreds of members.

use super::{OWNER_KEY, PgSessionStore, SessionOwner};
use app::domain::Viewer;
use server_store::Store;
use std::sync::Arc;
use tower_sessions::{Expiry, Session, session};

/// Creates a session of a member, as a sign-in would, and returns the cookie that a browser would send.
pub async fn create_session(store: &Store, viewer: &Viewer) -> Result<String, session::Error> {
    let sessions = Arc::new(PgSessionStore::new(store.clone()));
    let expiry = Expiry::OnInactivity(time::Duration::days(1));
    let session = Session::new(None, sessions, Some(expiry));
    let owner = SessionOwner {
        organization: viewer.organization,
        member: viewer.member,
        // A member of a fresh database was never suspended.
        epoch: 0,
    };
    session.insert(OWNER_KEY, owner).await?;
    session.save().await?;
    let id = session.id().map(|id| id.to_string());
    Ok(format!("baton_session={}", id.unwrap_or_default()))
}
