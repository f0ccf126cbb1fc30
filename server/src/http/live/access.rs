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

/// A viewer, and the session that they had when the stream was opened.
pub(super) struct Access {
    pub store: Store,
    pub session: Option<Id>,
    pub viewer: Viewer,
    pub changes: Receiver<AccessNews>,
}

impl Access {
    /// The viewer as they are now, if the session is still valid. The role may be another.
    pub async fn viewer_now(&self) -> Option<Viewer> {
        // A fault is logged and ends the stream; the browser reconnects, and is checked again.
        let now = answered(RESPOND_WITHIN, viewer_now(&self.store, self.session)).await;
        let now = now.map_err(AppError::from).ok()??;
        let is_same =
            (now.organization, now.member) == (self.viewer.organization, self.viewer.member);
        is_same.then_some(now)
    }

    /// Completes at a change of this viewer's access, and after missed notifications.
    pub async fn changed(&mut self) {
        loop {
            match self.changes.recv().await {
                Ok(AccessNews::Changed(change)) => {
                    if (change.organization, change.member)
                        == (self.viewer.organization, self.viewer.member)
                    {
                        return;
                    }
                }
                Ok(AccessNews::Missed) | Err(RecvError::Lagged(_)) => return,
                // The server ends, and all streams with it.
                Err(RecvError::Closed) => std::future::pending().await,
            }
        }
    }
}
