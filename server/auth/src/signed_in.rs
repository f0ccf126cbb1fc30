//! Sessions without a sign-in, for benchmarks with hundreds of members.

use super::{OWNER_KEY, PgSessionStore, SessionOwner};
use app::domain::Viewer;
use server_store::Store;
use std::sync::Arc;
use tower_sessions::{Expiry, Session, session};

/// Makes a session of this member, as if they had just signed in, and gives the cookie that a browser would send.
pub async fn signed_in(store: &Store, viewer: &Viewer) -> Result<String, session::Error> {
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
