//! Which campaigns' automatic release is due next.

use super::deadlines::DEADLINES;
use crate::rules::NOW;
use crate::{Store, StoreError};
use app::domain::{CampaignId, OrganizationId};
use const_format::formatcp;
use std::time::Duration;

/// A campaign whose next automatic release is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NextDue {
    /// Whose.
    pub organization: OrganizationId,
    /// Which.
    pub campaign: CampaignId,
    /// How long until then; zero = now.
    pub due_in: Duration,
}

/// What [`next_due`] runs; a test asks how. `$4` how many.
pub(crate) const NEXT_DUE: &str = formatcp!(
    "select organization_id, campaign_id, extract(epoch from due - {NOW})::float8 as due_in
       from ({DEADLINES}) next
      order by due, campaign_id
      limit $4"
);

#[derive(sqlx::FromRow)]
struct Row {
    organization_id: i64,
    campaign_id: i64,
    /// In seconds.
    due_in: f64,
}

/// The campaigns of all organizations whose automatic release is due next, at most `limit`, soonest
/// first.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.campaign.next_due", skip_all)]
pub async fn next_due(store: &Store, limit: u32) -> Result<Vec<NextDue>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(NEXT_DUE)
        .bind(None::<i64>)
        .bind(store.clock.pinned())
        .bind(None::<Vec<i64>>)
        .bind(i64::from(limit))
        .fetch_all(&store.pool)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| NextDue {
            organization: OrganizationId(row.organization_id),
            campaign: CampaignId(row.campaign_id),
            // Negative: due already.
            due_in: Duration::try_from_secs_f64(row.due_in).unwrap_or_default(),
        })
        .collect())
}
