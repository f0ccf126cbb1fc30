//! The live figures of campaigns.

use crate::count::clamp;
use crate::rules::{
    AWAITED, CAMPAIGN_LAUNCHED, ESCALATED_INITIALS, ESCALATED_REPLIES, NOW, POOLED_INITIALS,
    POOLED_REPLIES, UNSENT,
};
use crate::{Store, StoreError};
use app::domain::{Age, CampaignCounts, CampaignId, OrganizationId};
use const_format::formatcp;

/// `$1` organization, `$2` clock, `$3` campaigns.
pub(crate) const COUNTS: &str = formatcp!(
    "select ca.id,
            -- Nobody was texted on a draft, so that its contacts, whose number is kept, need not be counted one by one.
            case when ca.started_at is null
                 then (select coalesce(sum(kept.change), 0)::bigint
                         from contact_count kept
                        where kept.organization_id = ca.organization_id and kept.campaign_id = ca.id)
                      - (select count(*)
                           from conversation cv
                          where cv.organization_id = ca.organization_id and cv.campaign_id = ca.id and cv.opted_out)
                 -- Each part has an index.
                 else (select count(*)
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
                            and {ESCALATED_INITIALS})
            end as unsent,
            held.replies as unhandled,
            pool.replies as in_pool,
            extract(epoch from {NOW} - least(held.oldest, pool.oldest))::bigint as oldest_wait
       from campaign ca
      cross join lateral (
            select count(*) as replies, min(cv.waiting_since) as oldest
              from conversation cv
             where cv.organization_id = ca.organization_id
               and cv.campaign_id = ca.id
               and {AWAITED}) held
      cross join lateral (
            -- Each half has an index.
            select sum(part.replies)::bigint as replies, min(part.oldest) as oldest
              from (select count(*) as replies, min(cv.waiting_since) as oldest
                      from conversation cv
                     where cv.organization_id = ca.organization_id
                       and cv.campaign_id = ca.id
                       and {POOLED_REPLIES}
                       and {CAMPAIGN_LAUNCHED}
                     union all
                    select count(*), min(cv.waiting_since)
                      from conversation cv
                     where cv.organization_id = ca.organization_id
                       and cv.campaign_id = ca.id
                       and {ESCALATED_REPLIES}
                       and {CAMPAIGN_LAUNCHED}) part) pool
      where ca.organization_id = $1
        and ca.id = any($3)"
);

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    unsent: i64,
    unhandled: i64,
    in_pool: i64,
    oldest_wait: Option<i64>,
}

/// Counts unsent, unhandled, in the pool, and the oldest wait of the last two; on a campaign that is archived or a draft
/// nobody waits, on one that is paused people do, and who has opted out waits for nothing. Ids of other organizations are passed
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
    let rows: Vec<Row> = sqlx::query_as(COUNTS)
        .bind(organization.0)
        .bind(store.clock.pinned())
        .bind(ids)
        .fetch_all(&store.pool)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| CampaignCounts {
            campaign: CampaignId(row.id),
            unsent: clamp(row.unsent),
            unhandled: clamp(row.unhandled),
            in_pool: clamp(row.in_pool),
            oldest_wait: row.oldest_wait.map(Age::from_seconds),
        })
        .collect())
}
