//! The counts of a campaign: read by index, within a time limit, and kept if that took long.

use crate::count::clamp;
use crate::{Store, StoreError};
use app::domain::{CampaignId, DeliveryFailure, OrganizationId};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sqlx::types::Json;

/// How long each statement may take, and that all of them see the same.
const BEGIN: &str = "begin isolation level repeatable read; set local statement_timeout = '10s'";
/// What takes less is counted anew for whoever looks at it.
const QUICK_MS: i32 = 500;
/// How many reasons of failed texts are told from each other.
const MOST_REASONS: usize = 12;
/// The first half of the key of the lock under which a campaign is counted; it tells it from other advisory locks.
pub(super) const LOCK: i32 = 0x4649_4755;

/// What is counted of a campaign, as it is kept. A field that is added needs a default, or the figures that an earlier
/// version kept are counted anew.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Counted {
    pub contacts: u32,
    pub initials: u32,
    pub written: u32,
    pub on_the_way: u32,
    pub delivered: u32,
    /// Reasons with their counts, most first; no reason: all others.
    pub failed: Vec<(Option<DeliveryFailure>, u32)>,
    pub replied: u32,
    /// Contacts whose last text has no answer, and who may be given one.
    pub unanswered: u32,
    pub opted_out: u32,
    /// Hours by the campaign's clock, see [`local_hour`](super::hours::local_hour), with initial messages, first replies
    /// and answers.
    pub hours: Vec<(i64, [u32; 3])>,
}

/// Counts a campaign. `None` if somebody else is counting it just now and `may_wait` says that there is something older
/// to be shown.
#[tracing::instrument(name = "db.figures.count_campaign", skip_all, fields(%campaign))]
pub(super) async fn count(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
    zone: &str,
    may_wait: bool,
) -> Result<Option<(DateTime<Utc>, Counted)>, StoreError> {
    let mut tx = store.begin_with(BEGIN).await?;
    let is_first = sqlx::query_scalar!(
        r#"select pg_try_advisory_xact_lock($1, ($2::bigint % 2147483647)::int) as "locked!""#,
        LOCK,
        campaign.0,
    )
    .fetch_one(&mut *tx)
    .await?;
    if !is_first && may_wait {
        return Ok(None);
    }
    // The contacts of a campaign are a range of the unique index of their cells.
    let states = sqlx::query!(
        r#"select coalesce($3, transaction_timestamp()) as "now!", count(*) as "contacts!",
                  count(*) filter (where cv.opted_out) as "opted_out!",
                  count(*) filter (where cv.status = 'needs_response' and not cv.opted_out) as "unanswered!"
             from contact co
             join conversation cv on cv.organization_id = co.organization_id and cv.id = co.id
            where co.organization_id = $1 and co.campaign_id = $2"#,
        organization.0,
        campaign.0,
        store.clock.pinned(),
    )
    .fetch_one(&mut *tx)
    .await?;
    // Each thread is a range of `message_thread`. An initial message is the first text to a contact.
    let texts = sqlx::query!(
        r#"select extract(epoch from date_trunc('hour', bin.at at time zone $3))::bigint as "hour!",
                  sum(bin.initials)::bigint as "initials!", sum(bin.replied)::bigint as "replied!",
                  sum(bin.written)::bigint as "written!", sum(bin.delivered)::bigint as "delivered!"
             from (select date_bin('15 minutes', happened.at, '2000-01-01Z') as at, sum(happened.initials) as initials,
                          sum(happened.replied) as replied, sum(happened.written) as written,
                          sum(happened.delivered) as delivered
                     from (select min(m.created_at) filter (where m.direction = 'outbound') as first_sent,
                                  min(m.created_at) filter (where m.direction = 'inbound') as first_received,
                                  count(*) filter (where m.direction = 'outbound') as written,
                                  count(*) filter (where o.delivered) as delivered
                             from contact co
                             join message m on m.organization_id = co.organization_id and m.conversation_id = co.id
                             left join outbox o on o.organization_id = m.organization_id and o.message_id = m.id
                            where co.organization_id = $1 and co.campaign_id = $2
                            group by m.conversation_id) thread
                    cross join lateral (values (thread.first_sent, 1, 0, thread.written, thread.delivered),
                                               (thread.first_received, 0, 1, 0, 0))
                                       happened (at, initials, replied, written, delivered)
                    where happened.at is not null
                    group by 1) bin
            group by 1
            order by 1"#,
        organization.0,
        campaign.0,
        zone,
    )
    .fetch_all(&mut *tx)
    .await?;
    // Both halves from the index `answer_latest` alone.
    let answers = sqlx::query!(
        r#"select extract(epoch from date_trunc('hour', bin.at at time zone $3))::bigint as "hour!",
                  sum(bin.answers)::bigint as "answers!"
             from (select date_bin('15 minutes', answered_at, '2000-01-01Z') as at, count(*) as answers
                     from answer
                    where organization_id = $1 and campaign_id = $2 and auto_release in (false, true)
                    group by 1) bin
            group by 1"#,
        organization.0,
        campaign.0,
        zone,
    )
    .fetch_all(&mut *tx)
    .await?;
    // What is not sent is in a small index, each part.
    let not_sent = sqlx::query!(
        r#"select part.failed as "failed!", part.code, part.reason, count(*) as "texts!"
             from (select organization_id, message_id, true as failed, failure_code as code,
                          case when failure_code is null then last_error end as reason
                     from outbox where organization_id = $1 and state = 'failed'
                    union all
                   select organization_id, message_id, false, null, null
                     from outbox where organization_id = $1 and state in ('queued', 'sending')
                    union all
                   select organization_id, message_id, false, null, null
                     from outbox where organization_id = $1 and state = 'paced'
                    union all
                   select organization_id, message_id, false, null, null
                     from outbox where organization_id = $1 and state = 'held') part
             join message m on m.organization_id = part.organization_id and m.id = part.message_id
             join contact co on co.organization_id = m.organization_id and co.id = m.conversation_id
            where co.campaign_id = $2
            group by part.failed, part.code, part.reason
            order by count(*) desc, part.code, part.reason"#,
        organization.0,
        campaign.0,
    )
    .fetch_all(&mut *tx)
    .await?;
    let mut counted = Counted {
        contacts: clamp(states.contacts),
        opted_out: clamp(states.opted_out),
        unanswered: clamp(states.unanswered),
        ..Counted::default()
    };
    for row in texts {
        let (initials, replied) = (clamp(row.initials), clamp(row.replied));
        counted.initials += initials;
        counted.replied += replied;
        counted.written += clamp(row.written);
        counted.delivered += clamp(row.delivered);
        counted.hours.push((row.hour, [initials, replied, 0]));
    }
    for row in answers {
        counted.hours.push((row.hour, [0, 0, clamp(row.answers)]));
    }
    for row in not_sent {
        let texts = clamp(row.texts);
        if !row.failed {
            counted.on_the_way += texts;
        } else if counted.failed.len() < MOST_REASONS {
            let reason = DeliveryFailure::kept(row.code, row.reason);
            counted.failed.push((Some(reason), texts));
        } else if let Some((None, others)) = counted.failed.last_mut() {
            *others += texts;
        } else {
            counted.failed.push((None, texts));
        }
    }
    let took_ms = sqlx::query_scalar!(
        r#"select (extract(epoch from clock_timestamp() - transaction_timestamp()) * 1000)::integer as "ms!""#
    )
    .fetch_one(&mut *tx)
    .await?;
    tx.commit().await?;
    if took_ms >= QUICK_MS {
        keep(store, organization, campaign, states.now, took_ms, &counted).await?;
    }
    Ok(Some((states.now, counted)))
}

/// Keeps what took long to count, for others to be shown. In a statement of its own: a campaign that was changed while
/// it was counted would refuse it in the same transaction.
#[tracing::instrument(name = "db.figures.keep", skip_all)]
pub(super) async fn keep(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
    at: DateTime<Utc>,
    took_ms: i32,
    counted: &Counted,
) -> Result<(), StoreError> {
    sqlx::query!(
        "insert into campaign_figures (organization_id, campaign_id, counted_at, took_ms, figures)
         values ($1, $2, $3, $4, $5)
         on conflict (organization_id, campaign_id)
         do update set counted_at = excluded.counted_at, took_ms = excluded.took_ms, figures = excluded.figures
          where campaign_figures.counted_at <= excluded.counted_at",
        organization.0,
        campaign.0,
        at,
        took_ms,
        Json(counted) as _,
    )
    .execute(&store.pool)
    .await?;
    Ok(())
}
