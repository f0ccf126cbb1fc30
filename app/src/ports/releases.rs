//! Releasing replies.

use crate::domain::{
    ReleaseId, ReleaseOutcome, ReleasePolicy, ReleasePreview, ReleaseRecord, Viewer,
};
use crate::error::AppError;
use async_trait::async_trait;

/// A page of the release history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleaseHistory {
    /// Newest first.
    pub rows: Vec<ReleaseRecord>,
    /// The id after which the next page begins, if there is one.
    pub next: Option<ReleaseId>,
}

/// Releases of the viewer's organization. The caller has checked that the viewer may administer;
/// the implementation checks it again.
#[async_trait]
pub trait Releases: Send + Sync {
    /// What a policy would release now. Writes nothing.
    ///
    /// # Errors
    /// Not allowed; the database.
    async fn preview(
        &self,
        viewer: &Viewer,
        policy: ReleasePolicy,
    ) -> Result<ReleasePreview, AppError>;

    /// Releases everywhere, in batches; it goes on if the caller goes away.
    ///
    /// # Errors
    /// Not allowed; the database. What batches before an error did stands, and is in the history.
    async fn start(
        &self,
        viewer: &Viewer,
        policy: ReleasePolicy,
    ) -> Result<ReleaseOutcome, AppError>;

    /// The history after a key, newest first.
    ///
    /// # Errors
    /// Not allowed; the database.
    async fn history(
        &self,
        viewer: &Viewer,
        after: Option<ReleaseId>,
    ) -> Result<ReleaseHistory, AppError>;
}
