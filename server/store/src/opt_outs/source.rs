use app::domain::{BulkActionId, CampaignId, MemberId, OptOutOrigin};

/// Who or what records an opt-out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The contact, by a stop word.
    Contact,
    /// The carrier, which refused a text.
    Carrier,
    /// A member, on a conversation of a campaign.
    Conversation(MemberId, CampaignId),
    /// A reviewer, by a bulk action.
    Review(MemberId, BulkActionId),
    /// An admin, by hand; none: somebody at the command line.
    Admin(Option<MemberId>),
    /// An admin, by a file; none: somebody at the command line.
    Import(Option<MemberId>),
}

impl Source {
    /// The bulk action by which it is recorded.
    pub(super) fn bulk_action(self) -> Option<i64> {
        match self {
            Self::Review(_, action) => Some(action.0),
            _ => None,
        }
    }

    /// What is kept of it: the origin, the member and the campaign.
    pub(super) fn parts(self) -> (OptOutOrigin, Option<i64>, Option<i64>) {
        match self {
            Self::Contact => (OptOutOrigin::StopWord, None, None),
            Self::Carrier => (OptOutOrigin::Carrier, None, None),
            Self::Conversation(member, campaign) => {
                (OptOutOrigin::Texter, Some(member.0), Some(campaign.0))
            }
            Self::Review(member, _) => (OptOutOrigin::Texter, Some(member.0), None),
            Self::Admin(member) => (OptOutOrigin::Admin, member.map(|id| id.0), None),
            Self::Import(member) => (OptOutOrigin::Import, member.map(|id| id.0), None),
        }
    }
}
