//! What a policy would release now.

use super::target::{Target, statement_for};
use crate::store::campaigns::clamp;
use crate::store::idle::{concerned, idle, judged_tables, left_out_because, now, within_hours};
use crate::store::{Store, StoreError};
use app::domain::{
    Age, Diagnosis, IdleBucket, LeftOut, LeftOutReason, OrganizationId, ReleaseKind, ReleasePreview,
};
use app::error::AppError;

/// Upper ends of the histogram's buckets, in minutes; the last bucket has none.
const BUCKET_ENDS: [i32; 10] = [5, 15, 30, 60, 120, 240, 480, 1440, 2880, 10_080];

/// Exact counts of what is idle for long enough: released, or left out and why; of the released,
/// what could not be handed out; and a histogram of every idle time.
pub(super) async fn preview(
    store: &Store,
    organization: OrganizationId,
    target: &Target,
) -> Result<ReleasePreview, StoreError> {
    let tally = tally(store, organization, target).await?;
    let histogram = histogram(store, organization, target).await?;
    let diagnosis = diagnose(store, organization, target.kind(), &tally).await?;
    Ok(ReleasePreview {
        conversations: tally.conversations,
        campaigns: tally.campaigns,
        histogram,
        left_out: tally.left_out,
        diagnosis,
    })
}

/// The counted part of a preview; a release keeps its `left_out` in the history.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pub conversations: u32,
    pub campaigns: u32,
    pub left_out: Vec<LeftOut>,
    auto_assign_off: u32,
    team_restricted: u32,
    outside_hours: u32,
}

/// What is idle for the interval, by what becomes of it.
macro_rules! tally {
    ($mode:ident) => {
        concat!(
            "select because, count(*), count(distinct campaign_id),
                    count(*) filter (where not auto_assign),
                    count(*) filter (where team_restricted),
                    count(*) filter (where not open_now)
               from (select ",
            left_out_because!($mode),
            " as because, cv.campaign_id,
                            ca.auto_assign, ca.team_restricted, ",
            within_hours!("0 minutes"),
            " as open_now
                       from ",
            judged_tables!(),
            "
                      where cv.organization_id = $1
                        and ",
            concerned!($mode),
            "
                        and ",
            idle!($mode),
            ") judged
              group by because"
        )
    };
}

/// The statement that counts.
pub(in crate::store) fn tally_statement(target: &Target) -> &'static str {
    statement_for!(target, tally)
}

/// Counts what is idle for the interval, by what becomes of it.
pub(super) async fn tally(
    store: &Store,
    organization: OrganizationId,
    target: &Target,
) -> Result<Tally, StoreError> {
    let rows: Vec<(Option<String>, i64, i64, i64, i64, i64)> = target
        .bind(
            sqlx::query_as(tally_statement(target)),
            organization,
            store.clock.pinned(),
        )
        .fetch_all(&store.pool)
        .await?;
    let mut tally = Tally::default();
    for (because, conversations, campaigns, off, restricted, outside) in rows {
        let Some(because) = because else {
            tally.conversations = clamp(conversations);
            tally.campaigns = clamp(campaigns);
            tally.auto_assign_off = clamp(off);
            tally.team_restricted = clamp(restricted);
            tally.outside_hours = clamp(outside);
            continue;
        };
        let reason: LeftOutReason = because
            .parse()
            .map_err(|e: app::domain::UnknownReason| StoreError::Corrupt(e.to_string()))?;
        tally.left_out.push(LeftOut {
            reason,
            conversations: clamp(conversations),
        });
    }
    tally.left_out.sort_by_key(|left_out| left_out.reason);
    Ok(tally)
}

// A row's bucket is found by comparing moments; a conversation that is idle for exactly an end belongs
// above it, hence the microsecond.
macro_rules! histogram {
    ($mode:ident) => {
        concat!(
            "with ends (moments) as (
                 select array_agg(",
            now!(),
            " - make_interval(mins => minutes) + interval '1 microsecond'
                                  order by minutes desc)
                   from unnest($8::int[]) as minutes)
             select width_bucket(cv.idle_since, (select moments from ends)), count(*)
               from ",
            judged_tables!(),
            "
              where cv.organization_id = $1
                and ",
            concerned!($mode),
            "
                and ",
            left_out_because!($mode),
            " is null
              group by 1"
        )
    };
}

/// Idle times of what nothing but the interval protects.
async fn histogram(
    store: &Store,
    organization: OrganizationId,
    target: &Target,
) -> Result<Vec<IdleBucket>, StoreError> {
    let statement = statement_for!(target, histogram);
    let rows: Vec<(i32, i64)> = target
        .bind(
            sqlx::query_as(statement),
            organization,
            store.clock.pinned(),
        )
        .bind(BUCKET_ENDS.as_slice())
        .fetch_all(&store.pool)
        .await?;
    let age = |minutes: i32| Age(minutes.unsigned_abs() * 60);
    Ok((0..=BUCKET_ENDS.len())
        .map(|bucket| IdleBucket {
            from: bucket
                .checked_sub(1)
                .map_or(Age(0), |before| age(BUCKET_ENDS[before])),
            until: BUCKET_ENDS.get(bucket).copied().map(age),
            conversations: rows
                .iter()
                .find(|(later_ends, _)| {
                    usize::try_from(*later_ends) == Ok(BUCKET_ENDS.len() - bucket)
                })
                .map_or(0, |(_, count)| clamp(*count)),
        })
        .collect())
}

/// What would keep the released from being handed out.
async fn diagnose(
    store: &Store,
    organization: OrganizationId,
    kind: ReleaseKind,
    tally: &Tally,
) -> Result<Vec<Diagnosis>, StoreError> {
    let (requests_enabled, pool_enabled): (bool, bool) = sqlx::query_as(
        "select o.requests_enabled,
                exists (select from pool p where p.organization_id = o.id and p.enabled)
           from organization o
          where o.id = $1",
    )
    .bind(organization.0)
    .fetch_optional(&store.pool)
    .await?
    .ok_or(AppError::NotFound)?;
    let counted =
        |count: u32, diagnosis: fn(u32) -> Diagnosis| (count > 0).then(|| diagnosis(count));
    Ok([
        (!requests_enabled).then_some(Diagnosis::RequestsDisabled),
        match kind {
            ReleaseKind::Replies => (!pool_enabled).then_some(Diagnosis::NoEnabledPool),
            // A pool hands out replies; there is none of initials.
            ReleaseKind::Unsent => Some(Diagnosis::NoInitialsPool),
        },
        counted(tally.auto_assign_off, |conversations| {
            Diagnosis::AutoAssignOff { conversations }
        }),
        counted(tally.team_restricted, |conversations| {
            Diagnosis::TeamRestricted { conversations }
        }),
        counted(tally.outside_hours, |conversations| {
            Diagnosis::OutsideHours { conversations }
        }),
    ]
    .into_iter()
    .flatten()
    .collect())
}
