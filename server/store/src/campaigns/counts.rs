//! The live figures of campaigns.

use crate::count::clamp;
use crate::rules::{
    ANSWERABLE, CAMPAIGN_OPEN, ESCALATED_INITIALS, ESCALATED_REPLIES, NOW, POOLED_INITIALS,
    POOLED_REPLIES, UNSENT,
};
use crate::{Store, StoreError};
use app::domain::{Age, CampaignCounts, CampaignId, OrganizationId};
use const_format::formatcp;

/// `$1` organization, `$2` clock, `$3` campaigns.
pub(crate) const COUNTS: &str = formatcp!(
    "select ca.id,
            -- Each part has an index.
            (select count(*)
               from conversation cv
              where cv.organization_id = ca.organization_id
                and cv.campaign_id = ca.id
                and {UNSENT} and not cv.opted_out)
            + (select count(*)
                 from conversation cv
                where cv.organization_id = ca.organization_id
                  and cv.campaign_id = ca.id
                  and {POOLED_INITIALS})
            + (select count(*)
                 from conversation cv
                where cv.organization_id = ca.organization_id
                  and cv.campaign_id = ca.id
                  and {ESCALATED_INITIALS}) as unsent,
            held.replies,
            pool.replies,
            extract(epoch from {NOW} - least(held.oldest, pool.oldest))::bigint
       from campaign ca
      cross join lateral (
            select count(*) as replies, min(cv.waiting_since) as oldest
              from conversation cv
             where cv.organization_id = ca.organization_id
               and cv.campaign_id = ca.id
               and {ANSWERABLE}) held
      cross join lateral (
            -- Each half has an index.
            select sum(part.replies)::bigint as replies, min(part.oldest) as oldest
              from (select count(*) as replies, min(cv.waiting_since) as oldest
                      from conversation cv
                     where cv.organization_id = ca.organization_id
                       and cv.campaign_id = ca.id
                       and {POOLED_REPLIES}
                       and {CAMPAIGN_OPEN}
                     union all
                    select count(*), min(cv.waiting_since)
                      from conversation cv
                     where cv.organization_id = ca.organization_id
                       and cv.campaign_id = ca.id
                       and {ESCALATED_REPLIES}
                       and {CAMPAIGN_OPEN}) part) pool
      where ca.organization_id = $1
        and ca.id = any($3)"
);

/// Counts unsent, unhandled, in the pool, and the oldest wait of the last two; on a campaign that does
/// not run nobody waits, and who has opted out waits for nothing. Ids of other organizations are passed
/// over. A few narrow index scans a campaign.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.campaign.counts", skip_all, fields(%organization))]
pub async fn counts(
    store: &Store,
    organization: OrganizationId,
    campaigns: &[CampaignId],
) -> Result<Vec<CampaignCounts>, StoreError> {
    let ids: Vec<i64> = campaigns.iter().map(|campaign| campaign.0).collect();
    let rows: Vec<(i64, i64, i64, i64, Option<i64>)> = sqlx::query_as(COUNTS)
        .bind(organization.0)
        .bind(store.clock.pinned())
        .bind(ids)
        .fetch_all(&store.pool)
        .await?;
    Ok(rows
        .into_iter()
        .map(|(id, unsent, unhandled, in_pool, oldest)| CampaignCounts {
            campaign: CampaignId(id),
            unsent: clamp(unsent),
            unhandled: clamp(unhandled),
            in_pool: clamp(in_pool),
            oldest_wait: oldest.map(Age::from_seconds),
        })
        .collect())
}
