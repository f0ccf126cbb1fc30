//! Access to a stream, which is checked for as long as the stream is open.

use super::hub::AccessNews;
use app::domain::Viewer;
use app::error::AppError;
use server_auth::viewer_now;
use server_store::Store;
use server_store::database::{RESPOND_WITHIN, answered};
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tower_sessions::session::Id;

/// A viewer, the session that they had when the stream was opened, and the role that it needs.
#[derive(Clone)]
pub(super) struct Access {
    pub store: Store,
    pub session: Option<Id>,
    pub viewer: Viewer,
    pub may: fn(Viewer) -> bool,
}

impl Access {
    /// Whether the session is still valid, in a role that has access.
    pub async fn is_kept(&self) -> bool {
        // A fault is logged and ends the stream; the browser reconnects, and is checked again.
        let now = answered(RESPOND_WITHIN, viewer_now(&self.store, self.session)).await;
        now.map_err(AppError::from).is_ok_and(|now| {
            now.is_some_and(|now| {
                (now.organization, now.member) == (self.viewer.organization, self.viewer.member)
                    && (self.may)(now)
            })
        })
    }

    /// Completes when access is lost. It is checked at a change of this viewer's access, and after missed notifications.
    pub async fn lost(self, mut changes: Receiver<AccessNews>) {
        loop {
            let concerns = match changes.recv().await {
                Ok(AccessNews::Changed(change)) => {
                    (change.organization, change.member)
                        == (self.viewer.organization, self.viewer.member)
                }
                Ok(AccessNews::Missed) | Err(RecvError::Lagged(_)) => true,
                Err(RecvError::Closed) => return,
            };
            if concerns && !self.is_kept().await {
                return;
            }
        }
    }
}
