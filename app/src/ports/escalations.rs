//! The port of escalated conversations.

use crate::domain::{ConversationId, EscalatedConversation, EscalatedKey, Texter};
use crate::error::AppError;
use async_trait::async_trait;

/// Escalated conversations that nobody has: for whose teams handle their tags, and all of them for admins.
#[async_trait]
pub trait Escalations: Send + Sync {
    /// Those that the viewer sees, the longest waiting first, at most `limit` after one of them.
    ///
    /// # Errors
    /// The database.
    async fn escalated(
        &self,
        viewer: &Texter,
        after: Option<EscalatedKey>,
        limit: u32,
    ) -> Result<Vec<EscalatedConversation>, AppError>;

    /// How many they are; counted up to [`MAX_ESCALATED`](crate::domain::MAX_ESCALATED).
    ///
    /// # Errors
    /// The database.
    async fn count_escalated(&self, viewer: &Texter) -> Result<u32, AppError>;

    /// How many they are, for who is told so on every page: admins, and whose teams handle an escalation tag. `None`:
    /// the viewer is neither.
    ///
    /// # Errors
    /// The database.
    async fn escalated_badge(&self, viewer: &Texter) -> Result<Option<u32>, AppError>;

    /// Gives one of them to the viewer, by the rules of a hand-out, but for the approval: that their team handles the
    /// tag is one. Who has it already keeps it.
    ///
    /// # Errors
    /// Not in this organization, or not for the viewer's teams; somebody else has it; the campaign hands nothing out, or
    /// it is outside the contact's texting hours; the viewer may be given nothing now; the database.
    async fn take_escalated(&self, viewer: &Texter, id: ConversationId) -> Result<(), AppError>;
}
