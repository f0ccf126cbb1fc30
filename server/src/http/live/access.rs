//! Access to a stream, which is checked for as long as the stream is open.

use super::hub::AccessNews;
use super::topics::Topics;
use app::domain::Viewer;
use app::error::AppError;
use server_auth::viewer_now;
use server_store::Store;
use server_store::database::{RESPOND_WITHIN, answered};
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::watch;
use tower_sessions::session::Id;

/// A viewer, the session that they had when the stream was opened, and the topics, which need a role.
#[derive(Clone)]
pub(super) struct Access {
    pub store: Store,
    pub session: Option<Id>,
    pub viewer: Viewer,
    pub topics: watch::Receiver<Topics>,
}

impl Access {
    /// The viewer as they are now, if the session is still valid, in a role that has access to all topics.
    pub async fn viewer_now(&self) -> Option<Viewer> {
        // A fault is logged and ends the stream; the browser reconnects, and is checked again.
        let now = answered(RESPOND_WITHIN, viewer_now(&self.store, self.session)).await;
        let now = now.map_err(AppError::from).ok()??;
        let is_same =
            (now.organization, now.member) == (self.viewer.organization, self.viewer.member);
        (is_same && self.topics.borrow().require(&now).is_ok()).then_some(now)
    }

    /// Completes when access is lost. It is checked at a change of this viewer's access, and after missed
    /// notifications.
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
            if concerns && self.viewer_now().await.is_none() {
                return;
            }
        }
    }
}
