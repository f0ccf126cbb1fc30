//! Threads, as their texter works on them.

mod draft;
mod held_before;
mod holding;
mod inbox;
mod open;
mod opt_out;
mod release_in;
mod send;
mod thread;
mod watch;
mod why_lost;

#[cfg(test)]
mod tests;

use super::Store;
use app::domain::{ConversationId, ConversationView, InboxEntry, Viewer, Watch};
use app::error::AppError;
use app::ports::Conversations;
use async_trait::async_trait;

#[async_trait]
impl Conversations for Store {
    async fn inbox(
        &self,
        viewer: &Viewer,
        after: Option<ConversationId>,
        limit: u32,
    ) -> Result<Vec<InboxEntry>, AppError> {
        Ok(inbox::inbox(self, viewer, after, limit).await?)
    }

    async fn held(&self, viewer: &Viewer) -> Result<u32, AppError> {
        Ok(inbox::held(self, viewer).await?)
    }

    async fn open(
        &self,
        viewer: &Viewer,
        id: ConversationId,
    ) -> Result<ConversationView, AppError> {
        Ok(open::open(self, viewer, id).await?)
    }

    async fn send(
        &self,
        viewer: &Viewer,
        id: ConversationId,
        lease_epoch: i32,
        body: String,
    ) -> Result<(), AppError> {
        Ok(send::send(self, viewer, id, lease_epoch, &body).await?)
    }

    async fn save_draft(
        &self,
        viewer: &Viewer,
        id: ConversationId,
        body: String,
    ) -> Result<(), AppError> {
        Ok(draft::save(self, viewer, id, &body).await?)
    }

    async fn watch(&self, viewer: &Viewer, id: ConversationId) -> Result<Watch, AppError> {
        Ok(watch::watch(self, viewer, id).await?)
    }

    async fn opt_out(&self, viewer: &Viewer, id: ConversationId) -> Result<(), AppError> {
        Ok(opt_out::opt_out(self, viewer, id).await?)
    }
}
