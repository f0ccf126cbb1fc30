//! The port of releases.

use crate::domain::{
    ReleaseDetail, ReleaseFilter, ReleaseId, ReleaseNotice, ReleaseOrder, ReleasePreview,
    ReleaseProgress, ReleaseRecord, Viewer,
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

/// Releases of the viewer's organization. The caller has checked that the viewer may administer, or
/// text where it is about their own; the implementation checks it again.
#[async_trait]
pub trait Releases: Send + Sync {
    /// What an order would release now. Writes nothing.
    ///
    /// # Errors
    /// Not allowed; no such campaign; the database.
    async fn preview(
        &self,
        viewer: &Viewer,
        order: ReleaseOrder,
    ) -> Result<ReleasePreview, AppError>;

    /// Releases in batches. It answers when that is done, or after a moment if it takes longer; it goes
    /// on if the caller goes away.
    ///
    /// # Errors
    /// Not allowed; no such campaign; the database. What batches before an error did stands, and is in
    /// the history.
    async fn start(
        &self,
        viewer: &Viewer,
        order: ReleaseOrder,
    ) -> Result<ReleaseProgress, AppError>;

    /// How far a release is.
    ///
    /// # Errors
    /// Not allowed; no such release; the database.
    async fn progress(
        &self,
        viewer: &Viewer,
        release: ReleaseId,
    ) -> Result<ReleaseProgress, AppError>;

    /// The releases by hand and undos that run now or ended within the last minute, newest first; a few.
    ///
    /// # Errors
    /// Not allowed; the database.
    async fn running(&self, viewer: &Viewer) -> Result<Vec<ReleaseProgress>, AppError>;

    /// Asks a release to stop after the batch that it is at. One that has ended stays as it is.
    ///
    /// # Errors
    /// Not allowed; no such release; the database.
    async fn cancel(
        &self,
        viewer: &Viewer,
        release: ReleaseId,
    ) -> Result<ReleaseProgress, AppError>;

    /// Gives back what a release took and nobody touched since: a release of its own in the history.
    /// Admins may undo any, texters their own. Answers as [`Releases::start`] does.
    ///
    /// # Errors
    /// Not allowed; no such release; it runs still; too late; undone already; the database.
    async fn undo(&self, viewer: &Viewer, release: ReleaseId) -> Result<ReleaseProgress, AppError>;

    /// The history after a key, newest first.
    ///
    /// # Errors
    /// Not allowed; the database.
    async fn history(
        &self,
        viewer: &Viewer,
        filter: ReleaseFilter,
        after: Option<ReleaseId>,
    ) -> Result<ReleaseHistory, AppError>;

    /// One release, with who lost what.
    ///
    /// # Errors
    /// Not allowed; no such release; the database.
    async fn detail(&self, viewer: &Viewer, release: ReleaseId) -> Result<ReleaseDetail, AppError>;

    /// How many replies **Release my replies** would release now.
    ///
    /// # Errors
    /// The database.
    async fn count_mine(&self, viewer: &Viewer) -> Result<u32, AppError>;

    /// Releases the viewer's own replies.
    ///
    /// # Errors
    /// The database.
    async fn release_mine(&self, viewer: &Viewer) -> Result<ReleaseProgress, AppError>;

    /// What the viewer lost in the last day and was not told yet, newest first; a few.
    ///
    /// # Errors
    /// The database.
    async fn notices(&self, viewer: &Viewer) -> Result<Vec<ReleaseNotice>, AppError>;

    /// Forgets the viewer's notices up to this release: they have read them.
    ///
    /// # Errors
    /// The database.
    async fn dismiss_notices(&self, viewer: &Viewer, up_to: ReleaseId) -> Result<(), AppError>;
}
