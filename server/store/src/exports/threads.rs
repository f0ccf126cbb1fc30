//! The conversations of a campaign, in the order in which their messages are exported.

use crate::{Store, StoreError};
use app::domain::{Admin, CampaignId};

/// A conversation whose messages are to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thread {
    /// The conversation.
    pub id: i64,
    /// Its contact's number, after which the next ones begin.
    pub cell: String,
}

/// So many conversations at most, in the order of their cells, after a cell. Another organization's campaign has none.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.export.threads", skip_all, fields(%campaign))]
pub async fn threads(
    store: &Store,
    admin: &Admin,
    campaign: CampaignId,
    after: Option<&str>,
    limit: u16,
) -> Result<Vec<Thread>, StoreError> {
    // A range of the unique index of a campaign's cells.
    Ok(sqlx::query_as!(
        Thread,
        "select id, cell
           from contact
          where organization_id = $1 and campaign_id = $2
            and ($3::text is null or cell > $3)
          order by cell
          limit $4",
        admin.organization.0,
        campaign.0,
        after,
        i64::from(limit),
    )
    .fetch_all(&store.pool)
    .await?)
}
