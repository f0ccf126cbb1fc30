//! The search of the campaigns page: which campaigns, in which order, page by page.
//!
//! Each order is a number, the rank, so that one key and one comparison serve all of them. Filters and rank are worked
//! out for every campaign of the tab, from a few entries of an index each: of 5,000 campaigns that is a few ten
//! milliseconds.

use crate::rules::{
    ASSIGNED_TO_POOL, AWAITED, CAMPAIGN_LAUNCHED, ESCALATED_REPLIES, HAS_TAKERS, POOLED_REPLIES,
    ZONES,
};
use crate::{Store, StoreError};
use app::domain::{CampaignId, CampaignKey, CampaignQuery, CampaignSort, OrganizationId};
use const_format::formatcp;

/// How many campaigns are on a page of the campaigns page.
pub(super) const PAGE: usize = 50;

/// The conversations of the campaign `ca`.
const OF_CAMPAIGN: &str =
    "conversation cv where cv.organization_id = ca.organization_id and cv.campaign_id = ca.id";

/// Somebody waits for an answer on it: held by a texter, in the pool, or there with escalation tags. Each part is one
/// look at an index; `offset 0` keeps the planner from reading all who wait on every campaign instead.
const SOMEBODY_WAITS: &str = formatcp!(
    "({CAMPAIGN_LAUNCHED}
      and (exists (select from {OF_CAMPAIGN} and {AWAITED} offset 0)
           or exists (select from {OF_CAMPAIGN} and {POOLED_REPLIES} offset 0)
           or exists (select from {OF_CAMPAIGN} and {ESCALATED_REPLIES} offset 0)))"
);

/// An enabled pool that somebody may request from hands out its replies, once it is auto-assigned.
pub(super) const HANDED_OUT: &str = formatcp!(
    "exists (select from pool p
              where p.organization_id = ca.organization_id and p.enabled and p.kind = 'replies'
                and {ASSIGNED_TO_POOL}
                and {HAS_TAKERS})"
);

/// Since when the longest of them waits, in microseconds; whoever has nobody waiting comes last. What is held and what
/// is escalated is the first entry of an index. What is in the pool lies there by time zone, so that all of one campaign
/// is looked at; `offset 0` keeps the planner from walking the whole pool by wait instead.
const OLDEST_WAIT_RANK: &str = formatcp!(
    "coalesce(case when {CAMPAIGN_LAUNCHED} then
         (extract(epoch from least(
              (select cv.waiting_since from {OF_CAMPAIGN} and {AWAITED} order by cv.waiting_since limit 1),
              (select min(pooled.waiting_since)
                 from (select cv.waiting_since from {OF_CAMPAIGN} and {POOLED_REPLIES} offset 0) pooled),
              (select cv.waiting_since from {OF_CAMPAIGN} and {ESCALATED_REPLIES} order by cv.waiting_since limit 1)))
          * 1000000)::bigint end, 9223372036854775807)"
);
/// The newest come first by their ids, which everything else is told apart by, too.
const NEWEST_RANK: &str = "0::bigint";
/// Replies that texters hold, counted from an index.
const UNHANDLED_RANK: &str = formatcp!("-(select count(*) from {OF_CAMPAIGN} and {AWAITED})");
/// Days.
const DUE_DATE_RANK: &str = "coalesce(ca.due_on - date '2000-01-01', 2147483647)::bigint";

/// `$1` organization, `$2` clock, `$3` tab, `$4` part of the title, `$5` overdue, `$6` auto-assign, `$7` auto-release,
/// `$8` somebody waits, `$9` no pool hands it out, `$10` and `$11` the key, `$12` how many. `offset 0` keeps the rank
/// from being worked out once for each time that it is named.
macro_rules! by_rank {
    ($rank:ident) => {
        formatcp!(
            "select id, rank
               from (select ca.id, {rank} as rank
                       from campaign ca
                       join {ZONES} zone on zone.id = ca.time_zone_id
                      where ca.organization_id = $1
                        and case $3::text
                                 when 'current' then ca.started_at is not null and ca.archived_at is null
                                 when 'drafts' then ca.started_at is null and ca.archived_at is null
                                 else ca.archived_at is not null
                            end
                        and ($4::text = '' or position(fold_text($4::text) in fold_text(ca.title)) > 0)
                        and (not $5::boolean or coalesce(ca.due_on < zone.today, false))
                        and ($6::boolean is null or ca.auto_assign = $6)
                        and ($7::boolean is null or (ca.auto_release_minutes is not null) = $7)
                        and (not $8::boolean or {SOMEBODY_WAITS})
                        and (not $9::boolean or not {HANDED_OUT})
                     offset 0) ranked
              where $10::bigint is null
                 or rank > $10
                 or (rank = $10 and id < $11::bigint)
              order by rank, id desc
              limit $12",
            rank = $rank
        )
    };
}

/// By who has waited longest.
pub(crate) const OLDEST_WAIT: &str = by_rank!(OLDEST_WAIT_RANK);
/// By when they were created.
pub(crate) const NEWEST: &str = by_rank!(NEWEST_RANK);
/// By how many replies texters hold.
pub(crate) const MOST_UNHANDLED: &str = by_rank!(UNHANDLED_RANK);
/// By due date.
pub(crate) const DUE_DATE: &str = by_rank!(DUE_DATE_RANK);

/// The statement of an order.
pub(crate) fn statement(sort: CampaignSort) -> &'static str {
    match sort {
        CampaignSort::OldestWait => OLDEST_WAIT,
        CampaignSort::Newest => NEWEST,
        CampaignSort::MostUnhandled => MOST_UNHANDLED,
        CampaignSort::DueDate => DUE_DATE,
    }
}

/// The campaigns of one page of so many, in order, and the key of the next page, if there is one.
#[tracing::instrument(name = "db.campaign.search", skip_all, fields(%organization, sort = query.sort.as_str()))]
pub(super) async fn search(
    store: &Store,
    organization: OrganizationId,
    query: &CampaignQuery,
    after: Option<CampaignKey>,
    page: usize,
) -> Result<(Vec<CampaignId>, Option<CampaignKey>), StoreError> {
    let CampaignQuery { tab, filter, sort } = query;
    let mut found: Vec<(i64, i64)> = sqlx::query_as(statement(*sort))
        .bind(organization.0)
        .bind(store.clock.pinned())
        .bind(tab.as_str())
        .bind(filter.title.as_str())
        .bind(filter.overdue)
        .bind(filter.auto_assign.wanted())
        .bind(filter.auto_release.wanted())
        .bind(filter.somebody_waits)
        .bind(filter.no_pool)
        .bind(after.map(|key| key.rank))
        .bind(after.map(|key| key.campaign.0))
        // One more than a page tells whether there is another.
        .bind(page as i64 + 1)
        .fetch_all(&store.pool)
        .await?;
    let more = found.len() > page;
    found.truncate(page);
    let key = |&(id, rank): &(i64, i64)| CampaignKey {
        rank,
        campaign: CampaignId(id),
    };
    let next = found.last().filter(|_| more).map(key);
    Ok((found.iter().map(|row| CampaignId(row.0)).collect(), next))
}
