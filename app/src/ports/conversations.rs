//! Threads, as their texter works on them.

use crate::domain::{ConversationId, ConversationView, InboxEntry, Viewer, Watch};
use crate::error::AppError;
use async_trait::async_trait;

/// Conversations that the viewer holds or held.
#[async_trait]
pub trait Conversations: Send + Sync {
    /// The replies that the viewer holds, longest waiting first, at most `limit`, after those that
    /// come before `after` in that order.
    ///
    /// # Errors
    /// The database.
    async fn inbox(
        &self,
        viewer: &Viewer,
        after: Option<ConversationId>,
        limit: u32,
    ) -> Result<Vec<InboxEntry>, AppError>;

    /// How many replies the viewer holds.
    ///
    /// # Errors
    /// The database.
    async fn held(&self, viewer: &Viewer) -> Result<u32, AppError>;

    /// Opens a thread. A texter sees those that they hold or held; of one that is elsewhere now,
    /// only who it was and their own draft. Admins see every thread.
    ///
    /// # Errors
    /// Not in this organization, or never this texter's; the database.
    async fn open(&self, viewer: &Viewer, id: ConversationId)
    -> Result<ConversationView, AppError>;

    /// Sends a text, fenced by the epoch that the page was given. A conversation that was released
    /// from the viewer and taken by nobody is taken back. A refused text is kept as a draft.
    ///
    /// # Errors
    /// Taken by another, opted out, campaign closed, outside hours, empty or too long; the database.
    async fn send(
        &self,
        viewer: &Viewer,
        id: ConversationId,
        lease_epoch: i32,
        body: String,
    ) -> Result<(), AppError>;

    /// Keeps what is being typed; empty forgets it.
    ///
    /// # Errors
    /// Never this texter's; too long; the database.
    async fn save_draft(
        &self,
        viewer: &Viewer,
        id: ConversationId,
        body: String,
    ) -> Result<(), AppError>;

    /// What changed about a conversation that the viewer has open.
    ///
    /// # Errors
    /// Not in this organization, or never this texter's; the database.
    async fn watch(&self, viewer: &Viewer, id: ConversationId) -> Result<Watch, AppError>;

    /// Records that the contact wants no more texts, organization-wide. Accepted from who holds the
    /// conversation or held it, always: a wish to be left alone does not wait for who is in charge.
    ///
    /// # Errors
    /// Not in this organization, or never this texter's; the database.
    async fn opt_out(&self, viewer: &Viewer, id: ConversationId) -> Result<(), AppError>;
}
