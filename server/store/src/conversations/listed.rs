//! A conversation in a list that is only read.

use super::excerpt::{READ, excerpt};
use app::domain::{ConversationId, ListedConversation};
use chrono::{DateTime, Utc};
use const_format::formatcp;
use server_message::may_want_to_opt_out;

/// The columns of a [`Row`], over the conversation `cv`, its campaign `ca`, its contact `co` and its last message
/// `last`.
/// `contact` and `at` are the statement's own.
pub(super) const LISTED_COLUMNS: &str = formatcp!(
    "cv.id, ca.title as campaign_title, coalesce(left(last.body, {READ}), '') as last_body,
     coalesce(last.direction = 'inbound', false) as last_is_inbound, cv.opted_out, ca.archived_at is not null as archived"
);

/// The campaign and the contact of the conversation `cv`.
pub(super) const CAMPAIGN_AND_CONTACT: &str =
    "join campaign ca on ca.organization_id = cv.organization_id and ca.id = cv.campaign_id
     join contact co on co.organization_id = cv.organization_id and co.id = cv.id";

/// The campaign, the contact and the last message of the conversation `cv`.
pub(super) const LISTED_TABLES: &str = formatcp!(
    "{CAMPAIGN_AND_CONTACT}
     left join lateral (
          select m.body, m.direction
            from message m
           where m.organization_id = cv.organization_id and m.conversation_id = cv.id
           order by m.id desc
           limit 1) last on true"
);

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    id: i64,
    contact: String,
    campaign_title: String,
    last_body: String,
    last_is_inbound: bool,
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
            excerpt: excerpt(&self.last_body, self.last_is_inbound),
            at: self.at,
            opted_out: self.opted_out,
            archived: self.archived,
            may_want_to_opt_out: self.last_is_inbound && may_want_to_opt_out(&self.last_body),
        }
    }
}
