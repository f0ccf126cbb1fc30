//! How a release is cut into batches.

use super::idle_counts::IDLE_COUNTS;
use super::target::Target;
use crate::rules::{ByMode, IDLE_LONG_ENOUGH, by_mode};
use crate::{Store, StoreError};
use app::domain::{CampaignId, OrganizationId};
use chrono::{DateTime, Utc};

/// Rows that one batch may hold. At 1,000 a texter's send waits under 20 ms for a batch, at 5,000 it
/// waited 90 ms (five million conversations, two cores).
pub(super) const BATCH_ROWS: i64 = 1_000;

/// Where one conversation stands in its campaign, ordered by how long it has been idle. What came to a
/// texter in one stroke has the same moment, and is told apart by its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct IdleKey {
    pub idle_since: DateTime<Utc>,
    pub id: i64,
}

/// A stretch of one campaign's idle conversations: behind `after`, up to and with `until`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Slice {
    pub campaign: CampaignId,
    pub after: Option<IdleKey>,
    /// `None` = to the end of what is idle.
    pub until: Option<IdleKey>,
    /// Rows that it held when it was planned, those among them that are left alone.
    pub rows: i64,
}

impl Slice {
    /// All that is idle on a campaign.
    pub(super) fn whole(campaign: CampaignId, rows: i64) -> Self {
        Self {
            campaign,
            after: None,
            until: None,
            rows,
        }
    }
}

/// A row a slice: cut behind every thousandth of what is idle, and the rest of each campaign of which something is
/// taken. Nearly every campaign is one slice, and costs no more than its count. `$8` rows of a batch.
pub(crate) const SLICES: ByMode = by_mode!(
    "select taken.campaign_id, slice.idle_since, slice.id, slice.rows
       from (select campaign_id, sum(conversations)::bigint as idle
               from {IDLE_COUNTS} counted
              group by campaign_id
             having bool_or(idle and because is null)) taken
      cross join lateral (
                select numbered.idle_since, numbered.id, $8 as rows
                  from (select cv.idle_since, cv.id,
                               row_number() over (order by cv.idle_since, cv.id) as position
                          from conversation cv
                         where cv.organization_id = $1
                           and cv.campaign_id = taken.campaign_id
                           and {CONCERNED}
                           and {IDLE_LONG_ENOUGH}) numbered
                 where taken.idle > $8 and numbered.position < taken.idle and numbered.position % $8 = 0
                 union all
                select null, null, (taken.idle - 1) % $8 + 1) slice
      order by taken.campaign_id, slice.idle_since, slice.id",
    IDLE_COUNTS
);

#[derive(sqlx::FromRow)]
struct Row {
    campaign_id: i64,
    idle_since: Option<DateTime<Utc>>,
    id: Option<i64>,
    rows: i64,
}

/// The slices of everything that qualifies at `clock`, in the order of campaigns and idle times, so
/// that two releases at once lock rows in the same order.
#[tracing::instrument(name = "db.release.plan", skip_all, fields(%organization))]
pub(super) async fn slices(
    store: &Store,
    organization: OrganizationId,
    clock: Option<DateTime<Utc>>,
    target: &Target,
) -> Result<Vec<Slice>, StoreError> {
    let rows: Vec<Row> = target
        .bind(
            sqlx::query_as(SLICES.get(target.mode())),
            organization,
            clock,
        )
        .bind(BATCH_ROWS)
        .fetch_all(&store.pool)
        .await?;
    let mut slices: Vec<Slice> = Vec::with_capacity(rows.len());
    for row in rows {
        let campaign = CampaignId(row.campaign_id);
        let before = slices.last().filter(|slice| slice.campaign == campaign);
        slices.push(Slice {
            campaign,
            after: before.and_then(|slice| slice.until),
            until: row
                .idle_since
                .zip(row.id)
                .map(|(idle_since, id)| IdleKey { idle_since, id }),
            rows: row.rows,
        });
    }
    Ok(slices)
}

/// Groups slices, in their order, into batches of at most [`BATCH_ROWS`]; a slice is never cut.
pub(super) fn batches(slices: Vec<Slice>) -> Vec<Vec<Slice>> {
    let mut batches: Vec<Vec<Slice>> = Vec::new();
    let mut rows = BATCH_ROWS;
    for slice in slices {
        match batches.last_mut() {
            Some(batch) if rows + slice.rows <= BATCH_ROWS => {
                rows += slice.rows;
                batch.push(slice);
            }
            _ => {
                rows = slice.rows;
                batches.push(vec![slice]);
            }
        }
    }
    batches
}

#[cfg(test)]
mod tests {
    use super::{BATCH_ROWS, Slice, batches};
    use app::domain::CampaignId;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn batches_hold_every_slice_once_in_order_and_at_most_a_thousand_rows(
            rows in proptest::collection::vec(1..=BATCH_ROWS, 0..60)
        ) {
            let slices: Vec<Slice> = (1..)
                .zip(rows)
                .map(|(campaign, rows)| Slice::whole(CampaignId(campaign), rows))
                .collect();
            let batches = batches(slices.clone());
            prop_assert_eq!(batches.concat(), slices);
            for batch in &batches {
                prop_assert!(!batch.is_empty());
                prop_assert!(batch.iter().map(|slice| slice.rows).sum::<i64>() <= BATCH_ROWS);
            }
        }
    }
}
