//! A texter's campaigns, and what is to be done on each.

use super::hours::closed_hours;
use crate::count::clamp;
use crate::rules::{CAMPAIGN_LAUNCHED, NEXT_OPENING, NOW, OPEN_NOW, UNHANDLED, UNSENT, ZONES};
use crate::{Store, StoreError};
use app::domain::{Age, CampaignCard, CampaignId, Viewer};
use const_format::formatcp;

/// `$1` organization, `$2` clock, `$3` the texter, `$4` how many to pass over, `$5` how many.
///
/// All that a texter holds stands together in `conversation_holder`, by campaign, so it is counted in one
/// walk however many campaigns there are. Nothing goes out to who opted out, so what is left of them is
/// past, or closed. Contacts have clocks of their own: a card says that texting hours are over only if they are for all who wait, and
/// then when, and by whose clock, they begin for the first of them.
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
         select distinct on (ca.id) ca.id as campaign_id, {OPEN_NOW} as open_now, zone.name as zone
           from by_zone
           join campaign ca on ca.organization_id = $1 and ca.id = by_zone.campaign_id
           join {ZONES} zone on zone.id = coalesce(by_zone.time_zone_id, ca.time_zone_id)
          order by ca.id, by_zone.first_texts + by_zone.replies = 0, {OPEN_NOW} desc, {NEXT_OPENING}, zone.name
     )
     select ca.id, ca.title, ca.description, mine.first_texts, mine.replies,
            mine.held - mine.first_texts - mine.replies - mine.closed as past, mine.closed,
            extract(epoch from {NOW} - mine.oldest)::bigint as oldest_wait,
            case when not hours.open_now then to_char(ca.texting_from, 'HH24:MI') end as opens, hours.zone,
            ca.paused_at is not null as paused
       from mine
       join hours on hours.campaign_id = mine.campaign_id
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
    zone: String,
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
                closed: closed_hours(row.opens, row.zone)?,
            })
        })
        .collect()
}
