//! Threads, as their texter works on them.

pub(crate) mod cards;
mod close;
pub(crate) mod closed;
pub(crate) mod draft;
mod earlier;
mod escalation;
mod excerpt;
pub(crate) mod goodbye;
mod held_before;
mod holding;
mod hours;
pub(crate) mod inbox;
pub(crate) mod last_names;
mod last_texts;
mod listed;
pub(crate) mod lock_held;
pub(crate) mod locked;
mod loss_reason;
mod mark_done;
pub(crate) mod message_review;
mod move_lock;
mod move_refusal;
pub(crate) mod move_reply;
pub(crate) mod move_targets;
pub(crate) mod neighbours;
pub(crate) mod next;
pub(crate) mod open;
pub(crate) mod opt_out;
mod opt_out_notes;
pub(crate) mod past;
mod release_in;
mod reopen;
mod send;
pub(crate) mod shown;
pub(crate) mod tag;
pub(crate) mod tags;
mod thread;
pub(crate) mod unanswerable;
mod unfilled;
pub(crate) mod watch;

#[cfg(test)]
mod tests;

pub use shown::Shown;

use super::Store;
use app::domain::{
    Admin, CampaignCard, CampaignId, ConversationId, ConversationView, Escalation, Goodbye,
    GoodbyeRefusal, InboxEntry, ListedConversation, MessageId, MovableReply, OptOutQuestion,
    PageState, PoolKind, ReplyCounts, Role, ShownThread, TagId, Tagging, Texter, Viewer, Watch,
};
use app::error::AppError;
use app::ports::Conversations;
use async_trait::async_trait;

impl Store {
    /// What there is to be shown of a conversation now, for an opened page of it; none if the viewer may not see it.
    ///
    /// # Errors
    /// The database.
    pub async fn shown(
        &self,
        viewer: &Viewer,
        id: ConversationId,
    ) -> Result<Option<Shown>, AppError> {
        Ok(shown::shown(self, viewer, id).await?)
    }
}

#[async_trait]
impl Conversations for Store {
    async fn inbox(
        &self,
        viewer: &Texter,
        skip: u32,
        limit: u32,
    ) -> Result<Vec<InboxEntry>, AppError> {
        Ok(inbox::inbox(self, viewer, None, skip, limit).await?)
    }

    async fn inbox_of(
        &self,
        viewer: &Texter,
        campaign: CampaignId,
        skip: u32,
        limit: u32,
    ) -> Result<Vec<InboxEntry>, AppError> {
        Ok(inbox::inbox(self, viewer, Some(campaign), skip, limit).await?)
    }

    async fn held(&self, viewer: &Texter) -> Result<ReplyCounts, AppError> {
        Ok(inbox::held(self, viewer).await?)
    }

    async fn cards(
        &self,
        viewer: &Texter,
        skip: u32,
        limit: u32,
    ) -> Result<Vec<CampaignCard>, AppError> {
        Ok(cards::cards(self, viewer, skip, limit).await?)
    }

    async fn next_on(
        &self,
        viewer: &Texter,
        campaign: CampaignId,
        kind: PoolKind,
    ) -> Result<Option<ConversationId>, AppError> {
        Ok(next::on(self, viewer, campaign, kind).await?)
    }

    async fn next_after(
        &self,
        viewer: &Texter,
        id: ConversationId,
        except: &[ConversationId],
    ) -> Result<Option<ConversationId>, AppError> {
        Ok(next::after(self, viewer, id, except).await?)
    }

    async fn past(
        &self,
        viewer: &Texter,
        campaign: Option<CampaignId>,
        after: Option<ConversationId>,
        limit: u32,
    ) -> Result<Vec<ListedConversation>, AppError> {
        Ok(past::past(self, viewer, campaign, after, limit).await?)
    }

    async fn closed(
        &self,
        viewer: &Texter,
        campaign: Option<CampaignId>,
        after: Option<ConversationId>,
        limit: u32,
    ) -> Result<Vec<ListedConversation>, AppError> {
        Ok(closed::closed(self, viewer, campaign, after, limit).await?)
    }

    async fn unanswerable(
        &self,
        viewer: &Admin,
        after: Option<ConversationId>,
        limit: u32,
    ) -> Result<Vec<ListedConversation>, AppError> {
        Ok(unanswerable::unanswerable(self, viewer, after, limit).await?)
    }

    async fn movable(
        &self,
        viewer: &Admin,
        id: ConversationId,
        search: &str,
    ) -> Result<MovableReply, AppError> {
        Ok(move_targets::movable(self, viewer, id, search).await?)
    }

    async fn move_reply(
        &self,
        viewer: &Admin,
        id: ConversationId,
        campaign: CampaignId,
    ) -> Result<(), AppError> {
        Ok(move_reply::move_reply(self, viewer, id, campaign).await?)
    }

    async fn mark_reply_done(
        &self,
        viewer: &Admin,
        id: ConversationId,
        last_message: Option<MessageId>,
    ) -> Result<(), AppError> {
        Ok(mark_done::mark_done(self, viewer, id, last_message).await?)
    }

    async fn open(
        &self,
        viewer: &Texter,
        id: ConversationId,
    ) -> Result<ConversationView, AppError> {
        Ok(open::open(self, viewer, id, &[], viewer.role >= Role::Admin).await?)
    }

    async fn open_after(
        &self,
        viewer: &Texter,
        id: ConversationId,
        answered: &[ConversationId],
    ) -> Result<ConversationView, AppError> {
        Ok(open::open(self, viewer, id, answered, viewer.role >= Role::Admin).await?)
    }

    async fn open_earlier(
        &self,
        viewer: &Texter,
        id: ConversationId,
        before: MessageId,
    ) -> Result<ConversationView, AppError> {
        let reads_all = viewer.role >= Role::Supervolunteer;
        Ok(earlier::earlier(self, viewer, id, before, reads_all).await?)
    }

    async fn send(
        &self,
        viewer: &Texter,
        id: ConversationId,
        page: PageState,
        body: String,
    ) -> Result<(), AppError> {
        Ok(send::send(self, viewer, id, page, false, &body).await?)
    }

    async fn send_first(
        &self,
        viewer: &Texter,
        id: ConversationId,
        page: PageState,
        body: String,
    ) -> Result<(), AppError> {
        Ok(send::send(self, viewer, id, page, true, &body).await?)
    }

    async fn tag(
        &self,
        viewer: &Texter,
        id: ConversationId,
        lease_epoch: i32,
        tags: Vec<TagId>,
    ) -> Result<Tagging, AppError> {
        Ok(tag::tag(self, viewer, id, lease_epoch, &tags).await?)
    }

    async fn escalation(
        &self,
        viewer: &Texter,
        id: ConversationId,
    ) -> Result<Option<Escalation>, AppError> {
        Ok(escalation::escalation(self, viewer, id).await?)
    }

    async fn close(
        &self,
        viewer: &Texter,
        id: ConversationId,
        shown: ShownThread,
    ) -> Result<(), AppError> {
        Ok(close::close(self, viewer, id, shown).await?)
    }

    async fn reopen(
        &self,
        viewer: &Texter,
        id: ConversationId,
        lease_epoch: i32,
    ) -> Result<(), AppError> {
        Ok(reopen::reopen(self, viewer, id, lease_epoch).await?)
    }

    async fn save_draft(
        &self,
        viewer: &Texter,
        id: ConversationId,
        body: String,
    ) -> Result<(), AppError> {
        Ok(draft::save(self, viewer, id, &body, false).await?)
    }

    async fn watch(&self, viewer: &Texter, id: ConversationId) -> Result<Watch, AppError> {
        Ok(watch::watch(self, viewer, id).await?)
    }

    async fn opt_out_question(
        &self,
        viewer: &Texter,
        id: ConversationId,
    ) -> Result<OptOutQuestion, AppError> {
        Ok(opt_out::question(self, viewer, id).await?)
    }

    async fn opt_out(
        &self,
        viewer: &Texter,
        id: ConversationId,
        goodbye: Goodbye,
    ) -> Result<Option<GoodbyeRefusal>, AppError> {
        Ok(opt_out::opt_out(self, viewer, id, &goodbye).await?)
    }
}
