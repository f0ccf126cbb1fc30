//! The port of releases.

use crate::domain::{
    Admin, CampaignId, IdleInterval, OwnReleasePreview, ReleaseDetail, ReleaseFilter, ReleaseId,
    ReleaseNotices, ReleaseOrder, ReleasePreview, ReleaseProgress, ReleaseRecord, ReleasedKey,
    ReleasedPage, Texter,
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

/// Releases of the viewer's organization.
#[async_trait]
pub trait Releases: Send + Sync {
    /// What an order would release now. Writes nothing.
    ///
    /// # Errors
    /// No such campaign; the database.
    async fn preview(
        &self,
        viewer: &Admin,
        order: ReleaseOrder,
    ) -> Result<ReleasePreview, AppError>;

    /// What automatic release would take now with this interval, if both switches of the campaign were on. It says
    /// nothing of what would keep that from being handed out: [`CampaignRow`](crate::domain::CampaignRow) does. Writes
    /// nothing.
    ///
    /// # Errors
    /// No such campaign; the database.
    async fn preview_automatic(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        interval: IdleInterval,
    ) -> Result<ReleasePreview, AppError>;

    /// Releases in batches. It answers when that is done, or after a moment if it takes longer; it goes
    /// on if the caller goes away. What released nothing is answered, and is not in the history.
    ///
    /// # Errors
    /// No such campaign; the database. What batches before an error did stands, and is in
    /// the history.
    async fn start(&self, viewer: &Admin, order: ReleaseOrder)
    -> Result<ReleaseProgress, AppError>;

    /// How far a release is.
    ///
    /// # Errors
    /// No such release; the database.
    async fn progress(
        &self,
        viewer: &Admin,
        release: ReleaseId,
    ) -> Result<ReleaseProgress, AppError>;

    /// The releases by hand and undos that run now, ended within the last minute or can be undone, newest first; ten at
    /// most.
    ///
    /// # Errors
    /// The database.
    async fn running(&self, viewer: &Admin) -> Result<Vec<ReleaseProgress>, AppError>;

    /// Asks a release to stop after the batch that it is at. One that has ended stays as it is,
    /// and so does an undo.
    ///
    /// # Errors
    /// No such release; the database.
    async fn cancel(&self, viewer: &Admin, release: ReleaseId)
    -> Result<ReleaseProgress, AppError>;

    /// Gives back what a release took and nobody touched since: a release of its own in the history.
    /// Admins may undo any, texters their own. Answers as [`Releases::start`] does.
    ///
    /// # Errors
    /// No such release; it runs still; too late; undone already; the database.
    async fn undo(&self, viewer: &Texter, release: ReleaseId) -> Result<ReleaseProgress, AppError>;

    /// The history after a key, newest first.
    ///
    /// # Errors
    /// The database.
    async fn history(
        &self,
        viewer: &Admin,
        filter: ReleaseFilter,
        after: Option<ReleaseId>,
    ) -> Result<ReleaseHistory, AppError>;

    /// One release, with who lost what.
    ///
    /// # Errors
    /// No such release; the database.
    async fn detail(&self, viewer: &Admin, release: ReleaseId) -> Result<ReleaseDetail, AppError>;

    /// The conversations that a release took or gave back, after a key, in the order in which it did.
    ///
    /// # Errors
    /// The database.
    async fn conversations(
        &self,
        viewer: &Admin,
        release: ReleaseId,
        after: Option<ReleasedKey>,
    ) -> Result<ReleasedPage, AppError>;

    /// What **Release my replies** would release now, and what not. Writes nothing.
    ///
    /// # Errors
    /// The database.
    async fn preview_mine(&self, viewer: &Texter) -> Result<OwnReleasePreview, AppError>;

    /// Releases the viewer's own replies.
    ///
    /// # Errors
    /// The database.
    async fn release_mine(&self, viewer: &Texter) -> Result<ReleaseProgress, AppError>;

    /// The releases of the viewer's own replies that can be undone, newest first; twenty at most.
    ///
    /// # Errors
    /// The database.
    async fn undoable_mine(&self, viewer: &Texter) -> Result<Vec<ReleaseProgress>, AppError>;

    /// What the viewer lost in the last day and was not told yet.
    ///
    /// # Errors
    /// The database.
    async fn notices(&self, viewer: &Texter) -> Result<ReleaseNotices, AppError>;

    /// Forgets the viewer's notices up to this release: they have read them.
    ///
    /// # Errors
    /// The database.
    async fn dismiss_notices(&self, viewer: &Texter, up_to: ReleaseId) -> Result<(), AppError>;
}
