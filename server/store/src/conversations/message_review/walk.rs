//! The walks that a filter of Message Review takes.

use super::walks::{BY_CAMPAIGN, BY_HOLDER, BY_HOLDER_AND_STATUS, BY_STATUS, EVERY};
use crate::{Store, StoreError};
use app::domain::{ConversationId, ConversationStatus, ReviewFilter, ReviewHolder};

/// An index that lists what a filter finds, and what it is entered by.
#[derive(Debug, Clone, Copy)]
pub(super) enum Walk {
    /// The primary key.
    Every,
    /// The contacts of a campaign.
    Campaign(i64),
    /// What a member holds, or nobody: 0.
    Holder(i64),
    /// The same, of one status.
    HolderAndStatus(i64, ConversationStatus),
    /// All of one status.
    Status(ConversationStatus),
}

impl Walk {
    /// Those of a filter: each lists all that the filter finds, and how much else, is not known before.
    pub fn of(filter: &ReviewFilter) -> Vec<Self> {
        // What waits for an answer has one status.
        let status = match filter.idle {
            Some(_) => Some(ConversationStatus::NeedsResponse),
            None => filter.status,
        };
        let holder = filter.holder.map(|holder| match holder {
            ReviewHolder::Member(member) => member.0,
            ReviewHolder::Nobody => 0,
        });
        let by_campaign = filter.campaign.map(|campaign| Self::Campaign(campaign.0));
        let by_row = match (holder, status) {
            (Some(holder), Some(status)) => Some(Self::HolderAndStatus(holder, status)),
            // Nobody holds most of an organization's conversations.
            (Some(0), None) if by_campaign.is_some() => None,
            (Some(holder), None) => Some(Self::Holder(holder)),
            (None, Some(status)) => Some(Self::Status(status)),
            (None, None) => None,
        };
        let walks: Vec<Self> = by_campaign.into_iter().chain(by_row).collect();
        if walks.is_empty() {
            return vec![Self::Every];
        }
        walks
    }

    /// The next so many that it lists, the highest id first.
    #[tracing::instrument(name = "db.message_review.walk", skip_all)]
    pub async fn next(
        self,
        store: &Store,
        organization: i64,
        after: Option<ConversationId>,
        chunk: i64,
    ) -> Result<Vec<i64>, StoreError> {
        let (statement, id, status) = match self {
            Self::Every => (EVERY, None, None),
            Self::Campaign(campaign) => (BY_CAMPAIGN, Some(campaign), None),
            Self::Holder(holder) => (BY_HOLDER, Some(holder), None),
            Self::HolderAndStatus(holder, status) => {
                (BY_HOLDER_AND_STATUS, Some(holder), Some(status))
            }
            Self::Status(status) => (BY_STATUS, None, Some(status)),
        };
        let mut query = sqlx::query_scalar(statement)
            .bind(organization)
            .bind(after.map(|after| after.0))
            .bind(chunk);
        if let Some(id) = id {
            query = query.bind(id);
        }
        if let Some(status) = status {
            query = query.bind(status.as_str());
        }
        Ok(query.fetch_all(&store.pool).await?)
    }
}
