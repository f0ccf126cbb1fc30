//! Access to a stream, which is checked for as long as the stream is open.

use super::hub::AccessNews;
use app::domain::{NotAllowed, Viewer};
use app::error::AppError;
use server_auth::viewer_now;
use server_store::Store;
use server_store::database::{RESPOND_WITHIN, answered};
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tower_sessions::session::Id;

/// Why a stream ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// There is nothing to say: the browser reconnects.
    Silent,
    /// The session has ended, or the viewer has another role: the page is to be fetched again.
    PageOutdated,
}

impl From<NotAllowed> for End {
    fn from(NotAllowed: NotAllowed) -> Self {
        Self::Silent
    }
}

/// A viewer, and the session that they had when the stream was opened.
pub(super) struct Access {
    pub store: Store,
    pub session: Option<Id>,
    pub viewer: Viewer,
    /// Whether the page says whose it is: it is fetched again when that is not so any more.
    pub is_of_page: bool,
    pub changes: Receiver<AccessNews>,
}

impl Access {
    /// The viewer as they are now, if the session is still valid. The role may be another, of a stream whose page does
    /// not say whose it is.
    ///
    /// # Errors
    /// Why the stream ends.
    pub async fn viewer_now(&self) -> Result<Viewer, End> {
        let now = answered(RESPOND_WITHIN, viewer_now(&self.store, self.session)).await;
        // A fault is logged and ends the stream; the browser reconnects, and is checked again.
        let now = now.map_err(AppError::from).map_err(|_| End::Silent)?;
        let ended = if self.is_of_page {
            End::PageOutdated
        } else {
            End::Silent
        };
        let now = now.ok_or(ended)?;
        let whose = |viewer: &Viewer| (viewer.organization, viewer.member);
        let is_outdated = self.is_of_page && now.role != self.viewer.role;
        if is_outdated || whose(&now) != whose(&self.viewer) {
            return Err(ended);
        }
        Ok(now)
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
