//! A texter's campaigns, and what is to be done on each.

use super::hours::{HOURS_CHANGE_IN, OPENS, closed_hours, hours_refresh_in};
use crate::count::clamp;
use crate::rules::{CAMPAIGN_LAUNCHED, NOW, OPEN_NOW, UNHANDLED, UNSENT, ZONES};
use crate::{Store, StoreError};
use app::domain::{Age, CampaignCard, CampaignId, Viewer};
use const_format::formatcp;

/// `$1` organization, `$2` clock, `$3` the texter, `$4` how many to pass over, `$5` how many.
///
/// All that a texter holds stands together in `conversation_holder`, by campaign, so it is counted in one
/// walk however many campaigns there are. Nothing goes out to who opted out, so what is left of them is
/// past, or closed. Contacts have clocks of their own: a card says for how many of those who are to be texted the texting
/// hours are over, and when, and by whose clock, they begin for the first of these.
pub(crate) const CARDS: &str = formatcp!(
    "with by_zone as (
         select cv.campaign_id, cv.time_zone_id,
                count(*) as held,
                count(*) filter (where {UNSENT} and not cv.opted_out) as first_texts,
                count(*) filter (where {UNHANDLED} and not cv.opted_out) as replies,
                count(*) filter (where cv.status = 'closed') as closed,
                min(cv.waiting_since) filter (where {UNHANDLED} and not cv.opted_out) as oldest
           from conversation cv
          where cv.organization_id = $1
            and cv.assigned_to = $3
          group by cv.campaign_id, cv.time_zone_id
     ), mine as (
         select campaign_id, sum(held)::bigint as held, sum(first_texts)::bigint as first_texts,
                sum(replies)::bigint as replies, sum(closed)::bigint as closed,
                min(oldest) as oldest
           from by_zone
          group by campaign_id
     ), hours as (
         select distinct on (ca.id) ca.id as campaign_id, {OPENS} as opens, zone.name as zone,
                sum(by_zone.first_texts + by_zone.replies) filter (where not {OPEN_NOW}) over campaign as outside,
                min(change.seconds) over campaign as change_in
           from by_zone
           join campaign ca on ca.organization_id = $1 and ca.id = by_zone.campaign_id
           join {ZONES} zone on zone.id = coalesce(by_zone.time_zone_id, ca.time_zone_id)
          cross join lateral (select {HOURS_CHANGE_IN} as seconds offset 0) change
          where by_zone.first_texts + by_zone.replies > 0
         window campaign as (partition by ca.id)
          order by ca.id, {OPEN_NOW}, change.seconds, zone.name
     )
     select ca.id, ca.title, ca.description, mine.first_texts, mine.replies,
            mine.held - mine.first_texts - mine.replies - mine.closed as past, mine.closed,
            extract(epoch from {NOW} - mine.oldest)::bigint as oldest_wait,
            hours.opens, hours.zone, coalesce(hours.outside, 0)::bigint as outside, hours.change_in,
            ca.paused_at is not null as paused
       from mine
       left join hours on hours.campaign_id = mine.campaign_id
       join campaign ca on ca.organization_id = $1 and ca.id = mine.campaign_id
      where {CAMPAIGN_LAUNCHED}
      order by ca.paused_at is not null, mine.oldest nulls last, mine.first_texts = 0, ca.due_on nulls last, ca.id
     offset $4
      limit $5"
);

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    title: String,
    description: String,
    first_texts: i64,
    replies: i64,
    past: i64,
    closed: i64,
    oldest_wait: Option<i64>,
    opens: Option<String>,
    zone: Option<String>,
    outside: i64,
    change_in: Option<i64>,
    paused: bool,
}

/// Longest waiting first, paused campaigns last; after the first `skip`.
#[tracing::instrument(name = "db.conversation.cards", skip_all)]
pub(super) async fn cards(
    store: &Store,
    viewer: &Viewer,
    skip: u32,
    limit: u32,
) -> Result<Vec<CampaignCard>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(CARDS)
        .bind(viewer.organization.0)
        .bind(store.clock.pinned())
        .bind(viewer.member.0)
        .bind(i64::from(skip))
        .bind(i64::from(limit))
        .fetch_all(&store.pool)
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(CampaignCard {
                campaign: CampaignId(row.id),
                title: row.title,
                description: row.description,
                first_texts: clamp(row.first_texts),
                replies: clamp(row.replies),
                past: clamp(row.past),
                closed_conversations: clamp(row.closed),
                oldest_wait: row.oldest_wait.map(Age::from_seconds),
                paused: row.paused,
                closed: closed_hours(row.opens, row.zone.unwrap_or_default())?,
                outside_hours: clamp(row.outside),
                hours_refresh_in: hours_refresh_in(row.change_in, viewer.member.0),
            })
        })
        .collect()
}
