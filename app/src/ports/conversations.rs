//! The port of conversations, as their texter works on them.

use crate::domain::{
    Admin, CampaignCard, CampaignId, ConversationId, ConversationView, Escalation, Goodbye,
    GoodbyeRefusal, InboxEntry, ListedConversation, MessageId, MovableReply, OptOutQuestion,
    PageState, PoolKind, ReplyCounts, ShownThread, TagId, Tagging, Texter, Watch,
};
use crate::error::AppError;
use async_trait::async_trait;

/// Conversations that the viewer holds or held.
#[async_trait]
pub trait Conversations: Send + Sync {
    /// The replies that the viewer holds: those of contacts who can be texted now, then those outside their texting hours,
    /// then those of paused campaigns, longest waiting first; at most `limit` after the first `skip`.
    ///
    /// # Errors
    /// The database.
    async fn inbox(
        &self,
        viewer: &Texter,
        skip: u32,
        limit: u32,
    ) -> Result<Vec<InboxEntry>, AppError>;

    /// Those of one campaign, in the same order.
    ///
    /// # Errors
    /// The database.
    async fn inbox_of(
        &self,
        viewer: &Texter,
        campaign: CampaignId,
        skip: u32,
        limit: u32,
    ) -> Result<Vec<InboxEntry>, AppError>;

    /// How many replies the viewer holds.
    ///
    /// # Errors
    /// The database.
    async fn held(&self, viewer: &Texter) -> Result<ReplyCounts, AppError>;

    /// The open campaigns on which the viewer holds anything, at most `limit` after the first `skip`:
    /// those with replies first, by the oldest of them, then those with first texts, by when they are due.
    ///
    /// # Errors
    /// The database.
    async fn cards(
        &self,
        viewer: &Texter,
        skip: u32,
        limit: u32,
    ) -> Result<Vec<CampaignCard>, AppError>;

    /// What the viewer has to do next on a campaign: their longest waiting reply, or their next first text; of contacts who
    /// can be texted now, if there is any.
    ///
    /// # Errors
    /// The database.
    async fn next_on(
        &self,
        viewer: &Texter,
        campaign: CampaignId,
        kind: PoolKind,
    ) -> Result<Option<ConversationId>, AppError>;

    /// What the viewer has to do after this conversation, whether they have dealt with it or are about to, and after
    /// those that they are dealing with already: where it stands at its first text, the next first text of its
    /// campaign; else, and after the last of those, their longest waiting reply. Only what can be sent now.
    ///
    /// # Errors
    /// The database.
    async fn next_after(
        &self,
        viewer: &Texter,
        id: ConversationId,
        except: &[ConversationId],
    ) -> Result<Option<ConversationId>, AppError>;

    /// The conversations that the viewer holds and has nothing to do in, and that are not closed: of one campaign or of
    /// all, those first in which they wrote last, at most `limit` after one of them.
    ///
    /// # Errors
    /// The database.
    async fn past(
        &self,
        viewer: &Texter,
        campaign: Option<CampaignId>,
        after: Option<ConversationId>,
        limit: u32,
    ) -> Result<Vec<ListedConversation>, AppError>;

    /// The closed conversations that the viewer holds, of one campaign or of all, those first that their holder
    /// last acted on, at most `limit` after one of them.
    ///
    /// # Errors
    /// The database.
    async fn closed(
        &self,
        viewer: &Texter,
        campaign: Option<CampaignId>,
        after: Option<ConversationId>,
        limit: u32,
    ) -> Result<Vec<ListedConversation>, AppError>;

    /// The replies that nobody can answer, because the contact has opted out or the campaign is archived: the newest
    /// first, at most `limit` after one of them.
    ///
    /// # Errors
    /// The database.
    async fn unanswerable(
        &self,
        viewer: &Admin,
        after: Option<ConversationId>,
        limit: u32,
    ) -> Result<Vec<ListedConversation>, AppError>;

    /// A reply that nobody can answer because its campaign is archived, and the campaigns that run whose title
    /// contains `search`, the newest first.
    ///
    /// # Errors
    /// Not in this organization, or nothing that can be moved; the database.
    async fn movable(
        &self,
        viewer: &Admin,
        id: ConversationId,
        search: &str,
    ) -> Result<MovableReply, AppError>;

    /// Moves such a reply to a campaign that runs. It waits there for whoever requests it, for as long as it has waited
    /// already. Where the contact is on that campaign too, what they wrote goes into that thread.
    ///
    /// # Errors
    /// Not in this organization; answered, opted out or moved meanwhile; the campaign does not run; the database.
    async fn move_reply(
        &self,
        viewer: &Admin,
        id: ConversationId,
        campaign: CampaignId,
    ) -> Result<(), AppError>;

    /// Marks a reply that nobody can answer as done: it is closed, until its contact writes again. `last_message` is the last
    /// one that the admin saw. What waits no more is left as it is.
    ///
    /// # Errors
    /// Not in this organization; somebody can answer it; the contact has written since; the database.
    async fn mark_reply_done(
        &self,
        viewer: &Admin,
        id: ConversationId,
        last_message: Option<MessageId>,
    ) -> Result<(), AppError>;

    /// Opens a thread. A texter sees those that they hold or held; of one that is elsewhere now,
    /// only who it was, their own draft, and what was said until they last wrote in it. Admins see every thread.
    ///
    /// # Errors
    /// Not in this organization, or never this texter's; the database.
    async fn open(&self, viewer: &Texter, id: ConversationId)
    -> Result<ConversationView, AppError>;

    /// As [`Self::open`], for a page that is fetched while texts are still being sent in other conversations, the last of
    /// them first: for **Previous** and **Next** those are answered.
    ///
    /// # Errors
    /// As those of [`Self::open`].
    async fn open_after(
        &self,
        viewer: &Texter,
        id: ConversationId,
        answered: &[ConversationId],
    ) -> Result<ConversationView, AppError>;

    /// As [`Self::open`], with the messages before one of them in the place of the last ones, and without the opt-outs. Those
    /// who read all in Message Review see every thread here too.
    ///
    /// # Errors
    /// As those of [`Self::open`].
    async fn open_earlier(
        &self,
        viewer: &Texter,
        id: ConversationId,
        before: MessageId,
    ) -> Result<ConversationView, AppError>;

    /// Sends a text, fenced by what the page was given. A conversation that was released from the viewer and taken by
    /// nobody is taken back. A refused text is kept as a draft.
    ///
    /// # Errors
    /// Taken by another, sent from a page that does not know the latest, opted out, campaign closed, outside hours, empty or too long; the database.
    async fn send(
        &self,
        viewer: &Texter,
        id: ConversationId,
        page: PageState,
        body: String,
    ) -> Result<(), AppError>;

    /// [`Conversations::send`], of an initial message. Where the same words were sent since the page was made it does
    /// nothing: whoever presses twice means it once.
    ///
    /// # Errors
    /// As [`Conversations::send`]; other words were sent already.
    async fn send_first(
        &self,
        viewer: &Texter,
        id: ConversationId,
        page: PageState,
        body: String,
    ) -> Result<(), AppError>;

    /// Gives the conversation exactly these tags, fenced by the epoch that the page was given. One that
    /// the viewer's teams do not handle takes the conversation into the pool: nobody is to wait with
    /// somebody who cannot answer. Who opted out waits for nothing, and stays.
    ///
    /// # Errors
    /// Not in this organization, or never this texter's; in other hands; no such tag; the database.
    async fn tag(
        &self,
        viewer: &Texter,
        id: ConversationId,
        lease_epoch: i32,
        tags: Vec<TagId>,
    ) -> Result<Tagging, AppError>;

    /// Where a conversation went that the viewer has just escalated; `None` if they have not.
    ///
    /// # Errors
    /// The database.
    async fn escalation(
        &self,
        viewer: &Texter,
        id: ConversationId,
    ) -> Result<Option<Escalation>, AppError>;

    /// Closes the conversation without an answer: it is handled, and not released. Fenced by what the page shows; closing
    /// it twice is closing it.
    ///
    /// # Errors
    /// Not in this organization, or never this texter's; in other hands; somebody wrote in it since; nothing was sent in
    /// it yet; opted out; the database.
    async fn close(
        &self,
        viewer: &Texter,
        id: ConversationId,
        shown: ShownThread,
    ) -> Result<(), AppError>;

    /// Reopens a closed conversation that the viewer holds: it is again what it was, and whoever waited waits since then,
    /// with the holder's clock started anew. What is open already is left as it is.
    ///
    /// # Errors
    /// Not in this organization, or never this texter's; in other hands; opted out; the database.
    async fn reopen(
        &self,
        viewer: &Texter,
        id: ConversationId,
        lease_epoch: i32,
    ) -> Result<(), AppError>;

    /// Keeps what is being typed; empty forgets it.
    ///
    /// # Errors
    /// Never this texter's; too long; the database.
    async fn save_draft(
        &self,
        viewer: &Texter,
        id: ConversationId,
        body: String,
    ) -> Result<(), AppError>;

    /// What changed about a conversation that the viewer has open.
    ///
    /// # Errors
    /// Not in this organization, or never this texter's; the database.
    async fn watch(&self, viewer: &Texter, id: ConversationId) -> Result<Watch, AppError>;

    /// What is asked before the contact is opted out, with the goodbye that would be sent.
    ///
    /// # Errors
    /// Not in this organization, or never this texter's; the database.
    async fn opt_out_question(
        &self,
        viewer: &Texter,
        id: ConversationId,
    ) -> Result<OptOutQuestion, AppError>;

    /// Records that the contact wants no more texts, organization-wide. Accepted from who holds the
    /// conversation or held it, and from supervolunteers and admins, always: a wish to be left alone does not wait for who is in charge. The goodbye is sent,
    /// if the organization has one, the cell was not opted out before, the campaign runs, it is within the contact's
    /// texting hours, and the contact was texted before and did not write a stop word themselves. Edited words that are
    /// too long, or hold a field that is not filled in, are not sent: which it was is given back.
    ///
    /// # Errors
    /// Not in this organization, or never this texter's; the database.
    async fn opt_out(
        &self,
        viewer: &Texter,
        id: ConversationId,
        goodbye: Goodbye,
    ) -> Result<Option<GoodbyeRefusal>, AppError>;
}
