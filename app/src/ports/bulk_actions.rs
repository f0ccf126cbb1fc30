//! The port of bulk actions in Message Review.

use crate::domain::{
    BulkAction, BulkActionId, BulkChange, BulkChosen, Decider, MemberId, RecentBulkAction,
};
use crate::error::AppError;
use async_trait::async_trait;

/// Bulk actions of the viewer's organization. One is prepared, counted, and carried out in batches by whoever prepared it;
/// then it stands in the release history, where admins follow, cancel and undo it like a release. Supervolunteers and up.
#[async_trait]
pub trait BulkActions: Send + Sync {
    /// Prepares one, and counts for a moment; a server counts on what takes longer. Nothing is changed yet.
    ///
    /// # Errors
    /// No conversation is chosen; no such member or tag, or the member is suspended; the database.
    async fn prepare_bulk_action(
        &self,
        viewer: &Decider,
        change: BulkChange,
        chosen: BulkChosen,
    ) -> Result<BulkActionId, AppError>;

    /// Counts on for a moment, if not all is counted, and says how far it is. What is found is kept as it is now, and what
    /// changes meanwhile is left alone.
    ///
    /// # Errors
    /// No such bulk action; the database.
    async fn count_bulk_action(
        &self,
        viewer: &Decider,
        id: BulkActionId,
    ) -> Result<BulkAction, AppError>;

    /// How far it is. Writes nothing.
    ///
    /// # Errors
    /// No such bulk action; the database.
    async fn bulk_action(&self, viewer: &Decider, id: BulkActionId)
    -> Result<BulkAction, AppError>;

    /// The viewer's own that are being counted, wait to be carried out after a long count, go on, or can be undone, as far
    /// as a page lists them.
    ///
    /// # Errors
    /// The database.
    async fn recent_bulk_actions(
        &self,
        viewer: &Decider,
    ) -> Result<Vec<RecentBulkAction>, AppError>;

    /// Carries it out: what is counted and has not changed since. It answers when that is done, or after a moment; it goes
    /// on if the caller goes away. One that was started before is left as it is.
    ///
    /// # Errors
    /// No such bulk action; somebody else prepared it; it is not counted; who was to get them is suspended, or the tag was
    /// deleted; the database.
    async fn start_bulk_action(&self, viewer: &Decider, id: BulkActionId) -> Result<(), AppError>;

    /// Asks it to stop after the batch that it is at.
    ///
    /// # Errors
    /// No such bulk action, or none that was started; somebody else prepared it, and the viewer is no admin; the database.
    async fn stop_bulk_action(&self, viewer: &Decider, id: BulkActionId) -> Result<(), AppError>;

    /// Takes back what it changed and nobody changed since.
    ///
    /// # Errors
    /// As [`super::Releases::undo`]; somebody else prepared it, and the viewer is no admin.
    async fn undo_bulk_action(&self, viewer: &Decider, id: BulkActionId) -> Result<(), AppError>;

    /// The members who may be given conversations, by name.
    ///
    /// # Errors
    /// The database.
    async fn bulk_receivers(&self, viewer: &Decider) -> Result<Vec<(MemberId, String)>, AppError>;
}
