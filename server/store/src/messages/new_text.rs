//! An inbound text as it is written, and what came of it.

use app::domain::{ConversationStatus, PhoneNumber};
use server_message::{InboundText, Keyword};

/// A text as it is written.
#[derive(Debug)]
pub(super) struct NewText {
    /// The number that it came to.
    pub to: String,
    /// The Messaging Service that the number belongs to, if it belongs to one.
    pub messaging_service: Option<String>,
    pub service: &'static str,
    pub service_sid: String,
    pub written_by: String,
    /// `None`: it was written by something that is no cell.
    pub cell: Option<String>,
    pub body: String,
    pub next_status: &'static str,
}

impl NewText {
    /// What of a text is kept.
    pub fn of(text: &InboundText, cell: Option<&PhoneNumber>) -> Self {
        Self {
            to: text.to.clone(),
            messaging_service: text.messaging_service().map(str::to_owned),
            service: text.service.as_str(),
            service_sid: text.sid.0.clone(),
            written_by: without_nul(&text.from),
            cell: cell.map(|cell| cell.as_str().to_owned()),
            body: without_nul(&text.body),
            // Whatever its status was.
            next_status: ConversationStatus::Messaged
                .after_inbound(text.keyword() == Some(Keyword::Stop))
                .as_str(),
        }
    }
}

/// PostgreSQL's texts cannot hold NUL, and nobody types it.
pub(super) fn without_nul(text: &str) -> String {
    text.replace('\0', "")
}

/// What a text did.
#[derive(Debug, Default, sqlx::FromRow)]
pub(super) struct Wrote {
    /// `None`: the number it came to is no organization's.
    pub organization: Option<i64>,
    pub is_new: bool,
    pub conversation: Option<i64>,
    pub campaign: Option<i64>,
    /// Who holds the conversation, else who lost it last.
    pub reader: Option<i64>,
}
