//! How a release is cut into batches.

use super::target::{Target, statement_for};
use crate::store::idle::{idle, idle_tables, left_out_because};
use crate::store::{Store, StoreError};
use app::domain::{CampaignId, OrganizationId};
use chrono::{DateTime, Utc};

/// Rows that one batch may hold. At 1,000 a texter's send waits under 20 ms for a batch, at 5,000 it
/// waited 90 ms (five million conversations, two cores).
pub(super) const BATCH_ROWS: i64 = 1_000;

/// Where one conversation stands in its campaign, ordered by how long it has been idle. What came to a
/// texter in one stroke has the same moment, and is told apart by its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub idle_since: DateTime<Utc>,
    pub id: i64,
}

/// A stretch of one campaign's idle conversations: behind `after`, up to and with `until`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Slice {
    pub campaign: CampaignId,
    pub after: Option<Place>,
    pub until: Place,
    /// Rows that it held when it was planned.
    pub rows: i64,
}

// One row a slice: the last of every thousand, and the last of each campaign.
macro_rules! slices {
    ($mode:ident) => {
        concat!(
            "select campaign_id, idle_since, id, place
               from (select cv.campaign_id, cv.idle_since, cv.id,
                            row_number() over by_age as place,
                            count(*) over (partition by cv.campaign_id) as total
                       from ", idle_tables!($mode), "
                      where ca.organization_id = $1
                        and ", idle!($mode), "
                        and ", left_out_because!($mode), " is null
                     window by_age as (partition by cv.campaign_id order by cv.idle_since, cv.id)) placed
              where place % $8 = 0 or place = total
              order by campaign_id, place"
        )
    };
}

/// The slices of everything that qualifies at `clock`, in the order of campaigns and idle times, so
/// that two releases at once lock rows in the same order.
pub(super) async fn slices(
    store: &Store,
    organization: OrganizationId,
    clock: Option<DateTime<Utc>>,
    target: &Target,
) -> Result<Vec<Slice>, StoreError> {
    let statement = statement_for!(target, slices);
    let rows: Vec<(i64, DateTime<Utc>, i64, i64)> = target
        .bind(sqlx::query_as(statement), organization, clock)
        .bind(BATCH_ROWS)
        .fetch_all(&store.pool)
        .await?;
    let mut slices: Vec<Slice> = Vec::with_capacity(rows.len());
    let mut place_before = 0;
    for (campaign, idle_since, id, place) in rows {
        let campaign = CampaignId(campaign);
        let before = slices.last().filter(|slice| slice.campaign == campaign);
        let after = before.map(|slice| slice.until);
        if before.is_none() {
            place_before = 0;
        }
        slices.push(Slice {
            campaign,
            after,
            until: Place { idle_since, id },
            rows: place - place_before,
        });
        place_before = place;
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
    use super::{BATCH_ROWS, Place, Slice, batches};
    use app::domain::CampaignId;
    use chrono::DateTime;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn batches_hold_every_slice_once_in_order_and_at_most_a_thousand_rows(
            rows in proptest::collection::vec(1..=BATCH_ROWS, 0..60)
        ) {
            let slices: Vec<Slice> = (1..)
                .zip(rows)
                .map(|(campaign, rows)| Slice {
                    campaign: CampaignId(campaign),
                    after: None,
                    until: Place {
                        idle_since: DateTime::UNIX_EPOCH,
                        id: 1,
                    },
                    rows,
                })
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
