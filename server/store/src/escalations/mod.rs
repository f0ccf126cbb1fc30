//! Escalated conversations that nobody has: the list of them, and how one is taken.

mod handles_tags;
pub(crate) mod list;
#[cfg(test)]
mod tests;

use crate::{Store, requests};
use app::domain::{ConversationId, EscalatedConversation, EscalatedKey, Role, Texter};
use app::error::AppError;
use app::ports::Escalations;
use async_trait::async_trait;

#[async_trait]
impl Escalations for Store {
    async fn escalated(
        &self,
        viewer: &Texter,
        after: Option<EscalatedKey>,
        limit: u32,
    ) -> Result<Vec<EscalatedConversation>, AppError> {
        Ok(list::escalated(self, viewer, after, limit).await?)
    }

    async fn count_escalated(&self, viewer: &Texter) -> Result<u32, AppError> {
        Ok(list::count(self, viewer).await?)
    }

    async fn escalated_badge(&self, viewer: &Texter) -> Result<Option<u32>, AppError> {
        if viewer.role < Role::Admin && !handles_tags::handles_tags(self, viewer).await? {
            return Ok(None);
        }
        Ok(Some(list::count(self, viewer).await?))
    }

    async fn take_escalated(&self, viewer: &Texter, id: ConversationId) -> Result<(), AppError> {
        Ok(requests::take_escalated(self, viewer, id).await?)
    }
}
