//! The walk that a filter of Message Review takes.

use super::walks::{BY_CAMPAIGN, BY_HOLDER, BY_HOLDER_AND_STATUS, BY_STATUS, EVERY};
use crate::{Store, StoreError};
use app::domain::{ConversationId, ConversationStatus, ReviewFilter, ReviewHolder};

/// The index that lists least of those that a filter has, and what it is entered by.
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
    /// That of a filter.
    pub fn of(filter: &ReviewFilter) -> Self {
        // What waits for an answer has one status.
        let status = match filter.idle {
            Some(_) => Some(ConversationStatus::NeedsResponse),
            None => filter.status,
        };
        let holder = filter.holder.map(|holder| match holder {
            ReviewHolder::Member(member) => member.0,
            ReviewHolder::Nobody => 0,
        });
        match (holder, filter.campaign, status) {
            (Some(holder), None, Some(status)) => Self::HolderAndStatus(holder, status),
            // Nobody holds most of an organization's conversations, and a member a part of one campaign's.
            (Some(0), Some(campaign), _) | (None, Some(campaign), _) => Self::Campaign(campaign.0),
            (Some(holder), _, Some(status)) => Self::HolderAndStatus(holder, status),
            (Some(holder), _, None) => Self::Holder(holder),
            (None, None, Some(status)) => Self::Status(status),
            (None, None, None) => Self::Every,
        }
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
