//! A conversation in a list that is only read.

use super::last_texts::{LAST_TEXTS, LastTexts, last_texts};
use app::domain::{ConversationId, ListedConversation, MessageId};
use chrono::{DateTime, Utc};
use const_format::formatcp;

/// The columns of a [`Row`], over the conversation `cv`, its campaign `ca`, its contact `co` and its last texts `last`.
/// `contact` and `at` are the statement's own.
pub(super) const LISTED_COLUMNS: &str = formatcp!(
    "cv.id, ca.title as campaign_title, {LAST_TEXTS}, last.last_message, cv.opted_out, ca.archived_at is not null as archived"
);

/// The campaign and the contact of the conversation `cv`.
pub(super) const CAMPAIGN_AND_CONTACT: &str =
    "join campaign ca on ca.organization_id = cv.organization_id and ca.id = cv.campaign_id
     join contact co on co.organization_id = cv.organization_id and co.id = cv.id";

/// The campaign, the contact and the last texts of the conversation `cv`.
pub(super) const LISTED_TABLES: &str = formatcp!(
    "{CAMPAIGN_AND_CONTACT}\n     {LAST}",
    LAST = last_texts!("")
);

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    id: i64,
    contact: String,
    campaign_title: String,
    #[sqlx(flatten)]
    last: LastTexts,
    last_message: Option<i64>,
    at: DateTime<Utc>,
    opted_out: bool,
    archived: bool,
}

impl Row {
    pub fn read(self) -> ListedConversation {
        ListedConversation {
            id: ConversationId(self.id),
            contact: self.contact.trim().to_owned(),
            campaign_title: self.campaign_title,
            excerpt: self.last.excerpt(),
            last_message: self.last_message.map(MessageId),
            at: self.at,
            opted_out: self.opted_out,
            archived: self.archived,
            may_want_to_opt_out: self.last.may_want_to_opt_out(),
        }
    }
}
