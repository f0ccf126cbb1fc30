//! The port of inbound texts that belong to no conversation.

use crate::domain::{Admin, ConversationId, MovableText, UnmatchedId, UnmatchedText};
use crate::error::AppError;
use async_trait::async_trait;

/// Inbound texts that belong to no conversation, because nobody texted their writer from the number that they came to.
#[async_trait]
pub trait UnmatchedTexts: Send + Sync {
    /// Those that are to be looked at, or all of them; the newest first, at most `limit` after one of them.
    ///
    /// # Errors
    /// The database.
    async fn unmatched(
        &self,
        viewer: &Admin,
        with_done: bool,
        after: Option<UnmatchedId>,
        limit: u32,
    ) -> Result<Vec<UnmatchedText>, AppError>;

    /// One of them, and the contacts of campaigns that run whose name begins with `search` or whose cell ends with it;
    /// without a search those whose cell it came from.
    ///
    /// # Errors
    /// Not in this organization, or moved; the database.
    async fn movable_text(
        &self,
        viewer: &Admin,
        id: &UnmatchedId,
        search: Option<&str>,
    ) -> Result<MovableText, AppError>;

    /// Moves one into a contact's thread, where it is a text that came in when it did: the contact waits, and the clock of
    /// whoever holds the conversation starts anew. The thread keeps its number.
    ///
    /// # Errors
    /// Not in this organization; moved meanwhile; a stop word; the contact has opted out; the campaign does not run; the
    /// database.
    async fn move_text(
        &self,
        viewer: &Admin,
        id: &UnmatchedId,
        conversation: ConversationId,
    ) -> Result<(), AppError>;

    /// Opts out the number that one came from, as by hand; nothing happens if it is opted out.
    ///
    /// # Errors
    /// Not in this organization, or moved; it came from no number; the database.
    async fn opt_out_writer(&self, viewer: &Admin, id: &UnmatchedId) -> Result<(), AppError>;

    /// Marks one as done, so that it is no longer among those that are to be looked at. Once more does nothing.
    ///
    /// # Errors
    /// Not in this organization, or moved; the database.
    async fn mark_done(&self, viewer: &Admin, id: &UnmatchedId) -> Result<(), AppError>;
}
