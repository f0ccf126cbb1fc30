//! The port of Message Review.

use crate::domain::{
    AfterAnswer, CampaignId, ConversationId, ConversationStatus, ConversationView, Decider,
    MemberId, PageState, ReviewFilter, TagId,
};
use crate::error::AppError;
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// A line of Message Review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewRow {
    /// Which conversation.
    pub id: ConversationId,
    /// The contact's name, as far as the reader may see it; may be empty.
    pub contact: String,
    /// The campaign's title.
    pub campaign_title: String,
    /// The name of who holds it; `None` = nobody.
    pub holder: Option<String>,
    /// Where the thread stands.
    pub status: ConversationStatus,
    /// The contact opted out.
    pub opted_out: bool,
    /// The titles of its tags.
    pub tags: Vec<String>,
    /// The last message is the contact's, who may want to opt out and has not.
    pub may_want_to_opt_out: bool,
    /// The beginning of the last message; empty if there is none.
    pub excerpt: String,
    /// When the last message was written; `None` = there is none.
    pub last_text_at: Option<DateTime<Utc>>,
}

/// A page of Message Review.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReviewPage {
    /// The contacts who were added last first.
    pub rows: Vec<ReviewRow>,
    /// After which the next page begins, if there is one. The search for a page ends after so many conversations, so that
    /// a page may be short, or empty, and have a next one.
    pub next: Option<ConversationId>,
}

/// What the filters offer to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReviewChoices {
    /// The newest campaigns, and the one that is chosen.
    pub campaigns: Vec<(CampaignId, String)>,
    /// The members, by name, and the one that is chosen.
    pub members: Vec<(MemberId, String)>,
    /// The tags, by title.
    pub tags: Vec<(TagId, String)>,
}

/// A conversation, opened by a reviewer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewedConversation {
    /// As its texter sees it; the epoch is that of the row.
    pub view: ConversationView,
    /// The name of who holds it; `None` = nobody.
    pub holder: Option<String>,
    /// The reviewer may have it: it is not escalated to teams that they are not in, or they have it already.
    pub may_keep: bool,
}

/// All conversations of the organization, to be found, read and answered. Supervolunteers and up.
#[async_trait]
pub trait Reviews: Send + Sync {
    /// The conversations that a filter finds, at most `limit` after one of them, the highest id first: whoever was added
    /// last. What changes meanwhile moves none of them to another place, so that a walk to the end meets each once.
    ///
    /// # Errors
    /// The database.
    async fn matching_conversations(
        &self,
        viewer: &Decider,
        filter: &ReviewFilter,
        after: Option<ConversationId>,
        limit: u32,
    ) -> Result<Vec<ConversationId>, AppError>;

    /// A page of what a filter finds, after a conversation.
    ///
    /// # Errors
    /// The database.
    async fn review_page(
        &self,
        viewer: &Decider,
        filter: &ReviewFilter,
        after: Option<ConversationId>,
    ) -> Result<ReviewPage, AppError>;

    /// What the filters offer.
    ///
    /// # Errors
    /// The database.
    async fn review_choices(
        &self,
        viewer: &Decider,
        filter: &ReviewFilter,
    ) -> Result<ReviewChoices, AppError>;

    /// Opens a thread, whoever holds it.
    ///
    /// # Errors
    /// Not in this organization; the database.
    async fn review(
        &self,
        viewer: &Decider,
        id: ConversationId,
    ) -> Result<ReviewedConversation, AppError>;

    /// Answers as the reviewer, whoever holds the conversation, fenced by what the page was given, under the checks of
    /// [`super::Conversations::send`]. Whoever held it has lost it, unless it is the reviewer, who keeps it. A refused text is
    /// kept as the reviewer's draft, which nobody else is offered.
    ///
    /// # Errors
    /// As [`super::Conversations::send`]; nothing has been sent to the contact yet, whose first text is its texter's; it is
    /// to become the reviewer's, and is escalated to teams that they are not in.
    async fn answer(
        &self,
        viewer: &Decider,
        id: ConversationId,
        page: PageState,
        body: String,
        after: AfterAnswer,
    ) -> Result<(), AppError>;
}
