use crate::store::idle::{due_at, judged_tables, never_automatically, unhandled};
use crate::store::{Store, StoreError};
use app::domain::{CampaignId, OrganizationId};
use chrono::{DateTime, Utc};

/// When automatic release next takes a reply of a campaign, if nothing moves it: in the past = now;
/// `None` = the switch is off or paused, or nothing is on its way there.
///
/// # Errors
/// The database.
pub async fn next_due(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
) -> Result<Option<DateTime<Utc>>, StoreError> {
    let due = sqlx::query_scalar(concat!(
        "select min(",
        due_at!(),
        ")
           from ",
        judged_tables!(),
        "
          where cv.organization_id = $1
            and cv.campaign_id = $3
            and ",
        unhandled!(),
        "
            and not ",
        never_automatically!()
    ))
    .bind(organization.0)
    .bind(store.clock.pinned())
    .bind(campaign.0)
    .fetch_one(&store.pool)
    .await?;
    Ok(due)
}
