//! Messages and conversations as a texter sees them.

use super::{
    Age, CampaignId, ClosedHours, ConversationId, ConversationStatus, Delivery, FilledResponse,
    MediaView, MessageId, OptOutNote, PoolKind, TagChoice, with_chosen, with_straight_quotes,
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Who wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    /// The contact.
    Inbound,
    /// A texter.
    Outbound,
}

/// One message of a thread.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageView {
    /// Which message.
    pub id: MessageId,
    /// Who wrote.
    pub direction: Direction,
    /// What.
    pub body: String,
    /// What came along with it.
    pub media: Vec<MediaView>,
    /// When.
    pub sent_at: DateTime<Utc>,
    /// The texter's name, on outbound ones.
    pub sent_by: Option<String>,
    /// What became of it; `None` = it came in, or nothing is known of it.
    pub delivery: Option<Delivery>,
    /// What its reader should notice about it.
    pub mark: Option<MessageMark>,
}

/// What a reader should notice about an inbound message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum MessageMark {
    /// It opts nobody out, but its writer may want that: a person decides.
    MayWantToOptOut,
    /// It lifted the opt-out that its writer had made.
    LiftsOptOut,
}

/// In whose hands a conversation is, as seen by one texter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Holding {
    /// This texter's.
    Mine,
    /// It was released from this texter and nobody took it yet: sending takes it back.
    Released,
    /// Another texter's, or nobody's that this one could take back.
    Elsewhere,
}

/// A text that was typed and not sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftView {
    /// What was typed.
    pub body: String,
    /// Who typed it, if not the reader.
    pub by: Option<String>,
}

/// Where **Next** leads from a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NextConversation {
    /// Which conversation.
    pub id: ConversationId,
    /// What is to be done there.
    pub kind: PoolKind,
}

/// A conversation, opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConversationView {
    /// Which conversation.
    pub id: ConversationId,
    /// Its campaign.
    pub campaign: CampaignId,
    /// The campaign's title.
    pub campaign_title: String,
    /// The campaign is archived: nothing can be sent.
    pub archived: bool,
    /// The campaign is paused: nothing can be sent until it is resumed.
    pub paused: bool,
    /// The contact's names, as imported.
    pub first_name: String,
    /// The contact's names, as imported.
    pub last_name: String,
    /// The contact's other columns, as imported, by name.
    pub custom_fields: Vec<(String, String)>,
    /// Where the thread stands.
    pub status: ConversationStatus,
    /// In whose hands.
    pub holding: Holding,
    /// If it is not the reader's any more: who or what released it, as [`super::ReleaseReason`] says it;
    /// `None` = it is theirs, or this is not known.
    pub why: Option<String>,
    /// The name of whoever has it, if anybody but the reader does.
    pub holder: Option<String>,
    /// What a send from this page must carry.
    pub lease_epoch: i32,
    /// How long the contact has been waiting, if it is the contact who waits.
    pub waiting: Option<Age>,
    /// How long until it is released automatically, if nobody answers; `None` = it is not, or not known.
    pub release_in: Option<Age>,
    /// The contact opted out; nothing can be sent.
    pub opted_out: bool,
    /// The texting hours by the contact's clock, if they are closed.
    pub closed: Option<ClosedHours>,
    /// After how long they are to be read again, because they will have opened or ended; `None` = they never do.
    pub hours_refresh_in: Option<Age>,
    /// The tags of the organization, and which of them it carries.
    pub tags: Vec<TagChoice>,
    /// The campaign's script with what is known of this contact, while nothing was sent.
    pub first_text: Option<String>,
    /// The campaign's script with what is known of this contact, to be put into the reply box; empty if there is none, or
    /// if the reader may not know it.
    pub script: String,
    /// The campaign's canned responses, in the same way.
    pub responses: Vec<FilledResponse>,
    /// The thread, oldest first; at most the last 200 messages.
    pub messages: Vec<MessageView>,
    /// Whether others came before them.
    pub has_earlier_messages: bool,
    /// When the contact opted out and when that was lifted, oldest first.
    pub opt_outs: Vec<OptOutNote>,
    /// What the reader, or else the one before, typed and did not send.
    pub draft: Option<DraftView>,
    /// Whether the last text that went out is the reader's own, and minutes old.
    pub wrote_lately: bool,
    /// The conversation before it, if there is one: of a first text the first text before it on the campaign, of a reply
    /// the one that has waited longer, else the one in which the reader wrote last.
    pub previous: Option<ConversationId>,
    /// The conversation to turn to next, if there is one: of a first text another first text of the
    /// campaign, else a reply.
    pub next: Option<NextConversation>,
    /// A number that is another one when something of its status, texts, their delivery or its tags is different, or when
    /// the campaign is archived or paused, or runs again, or the texting hours open or end.
    pub thread_version: i64,
    /// The same with who holds it and whether the contact opted out.
    pub shown: i64,
}

impl ConversationView {
    /// What a form says of the script, in the place of a response's id.
    pub const SCRIPT: &str = "script";

    /// What a form says of what is typed, with straight quotes.
    const STRAIGHT: &str = "straight";

    /// Whether there is a script or a canned response to be chosen.
    pub fn offers_texts(&self) -> bool {
        !self.script.trim().is_empty() || !self.responses.is_empty()
    }

    /// What stands in the box for an answer once something is chosen for it, as a form says it. None: there is no such
    /// text.
    pub fn with_chosen(&self, choice: &str, typed: &str) -> Option<String> {
        let mut responses = self.responses.iter();
        let chosen = match choice {
            Self::STRAIGHT => return Some(with_straight_quotes(typed)),
            Self::SCRIPT => &self.script,
            id => &responses.find(|one| one.id.to_string() == id)?.text,
        };
        let texts = self.responses.iter().map(|one| one.text.as_str());
        Some(with_chosen(
            typed,
            chosen,
            texts.chain([self.script.as_str()]),
        ))
    }
}

/// A line of a texter's list of replies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InboxEntry {
    /// Which conversation.
    pub id: ConversationId,
    /// The contact's name, or that there is none.
    pub contact: String,
    /// The campaign's title.
    pub campaign_title: String,
    /// The beginning of the contact's last message, after a mark if the contact may want to opt out.
    pub excerpt: String,
    /// What opting out is called, with the contact's name, if they may want to; else empty.
    pub opt_out: String,
    /// How long the contact has been waiting.
    pub waiting: Age,
    /// How long until it is released automatically, if nobody answers; `None` = it is not, or not known.
    pub release_in: Option<Age>,
    /// Why the contact cannot be texted now: "Outside texting hours until 9:00 AM, New York time", or that the campaign is
    /// paused; else empty.
    pub closed: String,
}

/// How many replies a texter holds whose contacts wait for an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReplyCounts {
    /// All of them.
    pub all: u32,
    /// Those that can be answered now: the texting hours of the contact are open, and the campaign is not paused.
    pub open_now: u32,
    /// Those of paused campaigns.
    pub paused: u32,
}

/// A line of a list of conversations that are only read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedConversation {
    /// Which conversation.
    pub id: ConversationId,
    /// The contact's name; empty if it is not known.
    pub contact: String,
    /// The campaign's title.
    pub campaign_title: String,
    /// The beginning of the last message.
    pub excerpt: String,
    /// Which message that is; none once it is not kept any more.
    pub last_message: Option<MessageId>,
    /// When: of a past conversation, when its texter last wrote in it; of a reply, when it came in, and of those of a contact
    /// who has opted out, the last one.
    pub at: DateTime<Utc>,
    /// The contact opted out.
    pub opted_out: bool,
    /// The campaign is archived.
    pub archived: bool,
    /// The last message is the contact's, who may want to opt out.
    pub may_want_to_opt_out: bool,
}

/// What changes about a conversation while its texter looks at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watch {
    /// In whose hands it is.
    pub holding: Holding,
    /// If it is not the texter's any more: who or what released it, as in [`ConversationView`].
    pub why: Option<String>,
    /// The name of whoever has it, as in [`ConversationView`].
    pub holder: Option<String>,
    /// How long until it is released automatically, if nobody answers.
    pub release_in: Option<Age>,
    /// The contact opted out.
    pub opted_out: bool,
    /// After how long the texting hours are to be read again, as in [`ConversationView`].
    pub hours_refresh_in: Option<Age>,
    /// The version of its thread, as in [`ConversationView`].
    pub thread: i64,
}
