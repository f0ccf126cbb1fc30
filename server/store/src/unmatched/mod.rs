//! Inbound texts that belong to no conversation: read, moved to a contact, marked as done, and their writers opted out by
//! admins.

pub(crate) mod contacts;
pub(crate) mod list;
mod mark_done;
pub(crate) mod move_text;
mod opt_out;
#[cfg(test)]
mod tests;

use crate::Store;
use app::domain::{Admin, ConversationId, MovableText, PhoneNumber, UnmatchedId, UnmatchedText};
use app::error::AppError;
use app::ports::UnmatchedTexts;
use async_trait::async_trait;

#[async_trait]
impl UnmatchedTexts for Store {
    async fn unmatched(
        &self,
        viewer: &Admin,
        with_done: bool,
        after: Option<UnmatchedId>,
        limit: u32,
    ) -> Result<Vec<UnmatchedText>, AppError> {
        Ok(list::unmatched(self, viewer, with_done, after.as_ref(), limit).await?)
    }

    async fn movable_text(
        &self,
        viewer: &Admin,
        id: &UnmatchedId,
        search: Option<&str>,
    ) -> Result<MovableText, AppError> {
        let text = list::one(self, viewer, id).await?;
        // The digits of a short code are the end of somebody's number by chance.
        let number = text.number.as_ref().map_or("", PhoneNumber::as_str);
        let search = search.unwrap_or(number);
        let (contacts, more) = contacts::contacts(self, viewer, search).await?;
        Ok(MovableText {
            text,
            contacts,
            more,
        })
    }

    async fn move_text(
        &self,
        viewer: &Admin,
        id: &UnmatchedId,
        conversation: ConversationId,
    ) -> Result<(), AppError> {
        Ok(move_text::move_text(self, viewer, id, conversation).await?)
    }

    async fn opt_out_writer(&self, viewer: &Admin, id: &UnmatchedId) -> Result<(), AppError> {
        Ok(opt_out::opt_out_writer(self, viewer, id).await?)
    }

    async fn mark_done(&self, viewer: &Admin, id: &UnmatchedId) -> Result<(), AppError> {
        Ok(mark_done::mark_done(self, viewer, id).await?)
    }
}
