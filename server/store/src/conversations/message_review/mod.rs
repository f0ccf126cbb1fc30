//! Message Review: every conversation of the organization, found by filters, read, and answered.

mod answer;
mod bound;
mod choices;
pub(crate) mod conditions;
mod effort;
mod found;
pub(crate) mod loss;
pub(crate) mod matching;
pub(crate) mod rows;
pub(crate) mod thread;
mod walk;
pub(crate) mod walks;

#[cfg(test)]
mod tests;

use crate::Store;
use crate::database::{RESPOND_WITHIN, answered};
use app::domain::{AfterAnswer, ConversationId, Decider, PageState, ReviewFilter};
use app::error::AppError;
use app::ports::{ReviewChoices, ReviewPage, ReviewedConversation, Reviews};
use async_trait::async_trait;

#[async_trait]
impl Reviews for Store {
    async fn matching_conversations(
        &self,
        viewer: &Decider,
        filter: &ReviewFilter,
        after: Option<ConversationId>,
        limit: u32,
    ) -> Result<Vec<ConversationId>, AppError> {
        let found = matching::matching(self, viewer, filter, after, limit);
        Ok(answered(RESPOND_WITHIN, found).await?)
    }

    async fn review_page(
        &self,
        viewer: &Decider,
        filter: &ReviewFilter,
        after: Option<ConversationId>,
    ) -> Result<ReviewPage, AppError> {
        let page = rows::page(self, viewer, filter, after);
        Ok(answered(RESPOND_WITHIN, page).await?)
    }

    async fn review_choices(
        &self,
        viewer: &Decider,
        filter: &ReviewFilter,
    ) -> Result<ReviewChoices, AppError> {
        let choices = choices::choices(self, viewer, filter);
        Ok(answered(RESPOND_WITHIN, choices).await?)
    }

    async fn review(
        &self,
        viewer: &Decider,
        id: ConversationId,
    ) -> Result<ReviewedConversation, AppError> {
        Ok(answered(RESPOND_WITHIN, thread::thread(self, viewer, id)).await?)
    }

    async fn answer(
        &self,
        viewer: &Decider,
        id: ConversationId,
        page: PageState,
        body: String,
        after: AfterAnswer,
    ) -> Result<(), AppError> {
        Ok(answer::answer(self, viewer, id, page, &body, after).await?)
    }
}
