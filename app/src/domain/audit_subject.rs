//! What an event of the audit log was done to.

use super::{CampaignId, ConversationId, InvalidId, InviteId, MemberId, ReleaseId, TagId, TeamId};

/// What something was done to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AuditSubject {
    /// The organization itself, or a setting of it.
    Organization,
    /// A member.
    Member(MemberId),
    /// A campaign.
    Campaign(CampaignId),
    /// A team.
    Team(TeamId),
    /// A tag.
    Tag(TagId),
    /// An invite link.
    Invite(InviteId),
    /// A release.
    Release(ReleaseId),
    /// A conversation.
    Conversation(ConversationId),
}

impl AuditSubject {
    /// The word and the id in the database.
    pub fn parts(self) -> (&'static str, Option<i64>) {
        match self {
            Self::Organization => ("organization", None),
            Self::Member(MemberId(id)) => ("member", Some(id)),
            Self::Campaign(CampaignId(id)) => ("campaign", Some(id)),
            Self::Team(TeamId(id)) => ("team", Some(id)),
            Self::Tag(TagId(id)) => ("tag", Some(id)),
            Self::Invite(InviteId(id)) => ("invite", Some(id)),
            Self::Release(ReleaseId(id)) => ("release", Some(id)),
            Self::Conversation(ConversationId(id)) => ("conversation", Some(id)),
        }
    }

    /// Reads what [`parts`](Self::parts) gives.
    ///
    /// # Errors
    /// They are no parts of a subject.
    pub fn from_parts(kind: &str, id: Option<i64>) -> Result<Self, InvalidId> {
        Ok(match (kind, id) {
            ("organization", None) => Self::Organization,
            ("member", Some(id)) => Self::Member(MemberId(id)),
            ("campaign", Some(id)) => Self::Campaign(CampaignId(id)),
            ("team", Some(id)) => Self::Team(TeamId(id)),
            ("tag", Some(id)) => Self::Tag(TagId(id)),
            ("invite", Some(id)) => Self::Invite(InviteId(id)),
            ("release", Some(id)) => Self::Release(ReleaseId(id)),
            ("conversation", Some(id)) => Self::Conversation(ConversationId(id)),
            _ => return Err(InvalidId),
        })
    }
}
