//! From PostgreSQL's notifications to everybody who listens in this server.

use crate::database::{Heard, listen};
use crate::health::Component;
use crate::store::Store;
use crate::store::access::{ACCESS, AccessChange};
use crate::store::notify::{CHANGES, Change};
use crate::store::requests::{PoolContents, contents};
use app::domain::{OrganizationId, RequestOffer, Viewer};
use app::error::AppError;
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::sync::{Mutex, broadcast};
use tokio_util::sync::CancellationToken;

/// How many changes a slow page may lag behind before it is told to look at everything.
const BACKLOG: usize = 1024;

const RECONNECT: Duration = Duration::from_secs(1);

/// The changes of every organization, and what was computed from them. Cheap to clone.
#[derive(Clone)]
pub struct LiveHub {
    store: Store,
    changes: broadcast::Sender<Arc<Change>>,
    access: broadcast::Sender<AccessNews>,
    version: Arc<AtomicU64>,
    contents: Arc<Mutex<HashMap<OrganizationId, ContentsCell>>>,
}

/// What is heard about who may hear.
#[derive(Debug, Clone, Copy)]
pub(super) enum AccessNews {
    /// That of this member changed.
    Changed(AccessChange),
    /// That of anybody may have: the database was not heard for a while.
    Missed,
}

/// What is in an organization's pools, and the version of the changes that it was counted after.
type ContentsCell = Arc<Mutex<Option<(u64, Arc<[PoolContents]>)>>>;

impl LiveHub {
    /// A hub that hears nothing until [`LiveHub::listen`] runs.
    pub fn new(store: Store) -> Self {
        Self {
            store,
            changes: broadcast::channel(BACKLOG).0,
            access: broadcast::channel(BACKLOG).0,
            version: Arc::default(),
            contents: Arc::default(),
        }
    }

    /// Hears of changes from now on.
    pub fn subscribe(&self) -> broadcast::Receiver<Arc<Change>> {
        self.changes.subscribe()
    }

    /// Hears from now on of whose access changed.
    pub(super) fn access_changes(&self) -> broadcast::Receiver<AccessNews> {
        self.access.subscribe()
    }

    /// What this texter may request.
    ///
    /// # Errors
    /// The database.
    pub async fn offer(&self, viewer: &Viewer, fresh: bool) -> Result<RequestOffer, AppError> {
        let contents = self.contents(viewer.organization, fresh).await?;
        self.store.offer_of(viewer, &contents).await
    }

    /// What is in the organization's pools, counted once for all who look at them: it is counted anew only
    /// when something has changed, or somebody asks for a fresh count.
    ///
    /// # Errors
    /// The database.
    pub async fn contents(
        &self,
        organization: OrganizationId,
        fresh: bool,
    ) -> Result<Arc<[PoolContents]>, AppError> {
        let cell = self
            .contents
            .lock()
            .await
            .entry(organization)
            .or_default()
            .clone();
        let mut cached = cell.lock().await;
        // Read before the query: a change that comes during it makes what is cached old.
        let version = self.version.load(Ordering::Acquire);
        if let Some((at, contents)) = &*cached
            && *at == version
            && !fresh
        {
            return Ok(contents.clone());
        }
        let counted: Arc<[PoolContents]> = contents(&self.store, organization).await?.into();
        *cached = Some((version, counted.clone()));
        Ok(counted)
    }

    /// Listens to the database until the server ends. A lost connection is made again, and what was missed meanwhile
    /// is made good by [`super::REFRESH`].
    pub async fn listen(self, health: Component, ending: CancellationToken) {
        let listening = async {
            loop {
                let Err(error) = listen(&self.store.pool, &[CHANGES, ACCESS], |heard| {
                    health.works();
                    self.hear(heard);
                })
                .await;
                health.fails(error);
                tokio::time::sleep(RECONNECT).await;
            }
        };
        ending.run_until_cancelled(listening).await;
    }

    fn hear(&self, heard: Heard<'_>) {
        match heard {
            Heard::Alive => {}
            // Whatever was counted before may be old.
            Heard::Connected => {
                self.version.fetch_add(1, Ordering::AcqRel);
                // No receivers is no error: nobody looks.
                let _ = self.access.send(AccessNews::Missed);
            }
            Heard::Notification {
                channel: ACCESS,
                payload,
            } => self.tell_access(payload),
            Heard::Notification { payload, .. } => match serde_json::from_str::<Change>(payload) {
                Ok(change) => self.tell(change),
                Err(error) => tracing::warn!(%error, payload, "a notification cannot be read"),
            },
        }
    }

    fn tell(&self, change: Change) {
        self.version.fetch_add(1, Ordering::AcqRel);
        // No receivers is no error: nobody looks.
        let _ = self.changes.send(Arc::new(change));
    }

    fn tell_access(&self, payload: &str) {
        match serde_json::from_str(payload) {
            Ok(change) => {
                let _ = self.access.send(AccessNews::Changed(change));
            }
            Err(error) => tracing::warn!(%error, "a notification that is not ours"),
        }
    }
}
