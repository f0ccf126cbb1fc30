//! The picture of idle times.

use super::target::Target;
use crate::count::clamp;
use crate::rules::{ByMode, JUDGED_TABLES, NOW, ZONES, by_mode};
use crate::{Store, StoreError};
use app::domain::{Age, IdleBucket, OrganizationId};
use const_format::formatcp;

/// Upper ends of the buckets, in minutes; the last bucket has none.
const BUCKET_ENDS: [i32; 10] = [5, 15, 30, 60, 120, 240, 480, 1440, 2880, 10_080];
/// Of more than this many held conversations the picture is drawn from a sample: it follows the picker
/// while somebody moves it, and a bar that is a hair too long misleads nobody. The number beside the
/// button is counted.
const EXACT_UP_TO: i64 = 20_000;
/// How many rows of the table a sample reads, whatever is in them: 13 ms at five million conversations,
/// where reading all of a million that wait took 500.
const ROWS_OF_SAMPLE: f32 = 60_000.0;

/// Counts by bucket; `$8` are their ends in minutes, `$9` of how many percent of the table, where that is sampled. A
/// row's bucket is found by comparing moments; a conversation that is idle for exactly an end belongs above it, hence
/// the microsecond.
macro_rules! buckets {
    ($tables:expr) => {
        by_mode!(
            "with ends (moments) as (
                 select array_agg({NOW} - make_interval(mins => minutes) + interval '1 microsecond'
                                  order by minutes desc)
                   from unnest($8::int[]) as minutes)
             select width_bucket(cv.idle_since, (select moments from ends)) as bucket, count(*) as conversations
               from {TABLES}
              where cv.organization_id = $1
                and {CONCERNED}
                and {LEFT_OUT_BECAUSE} is null
              group by 1";
            TABLES = $tables
        )
    };
}

pub(crate) const EVERY_ROW: ByMode = buckets!(JUDGED_TABLES);

/// Whole pages, the same ones at every question, so that the picture stands still while the picker moves.
const SAMPLED_TABLES: &str = formatcp!(
    "conversation cv tablesample system ($9) repeatable (1)
     join campaign ca on ca.organization_id = cv.organization_id and ca.id = cv.campaign_id
     join {ZONES} zone on zone.id = coalesce(cv.time_zone_id, ca.time_zone_id)"
);
pub(crate) const SAMPLED_ROWS: ByMode = buckets!(SAMPLED_TABLES);

/// As many as are counted at most, and one more (`$8`). `asked` is there because every mode has the same parameters,
/// whether it reads them or not.
pub(crate) const HELD: ByMode = by_mode!(
    "with asked as (select $2::timestamptz, $3::int, $4::bool, $5::bool, $6::bool, $7::bigint)
     select count(*) as conversations
       from (select
               from campaign ca
               join conversation cv on cv.organization_id = ca.organization_id and cv.campaign_id = ca.id
              where ca.organization_id = $1
                and {CONCERNED}
              limit $8) held"
);

#[derive(sqlx::FromRow)]
struct Held {
    conversations: i64,
}

#[derive(sqlx::FromRow)]
struct Bucket {
    /// How many of the ends lie above it.
    bucket: i32,
    conversations: i64,
}

/// Idle times of what nothing but the interval protects: counted, or estimated if there are many.
#[tracing::instrument(name = "db.release.histogram", skip_all, fields(%organization))]
pub(super) async fn histogram(
    store: &Store,
    organization: OrganizationId,
    target: &Target,
) -> Result<Vec<IdleBucket>, StoreError> {
    let now = store.clock.pinned();
    let held: Held = target
        .bind(sqlx::query_as(HELD.get(target.mode())), organization, now)
        .bind(EXACT_UP_TO + 1)
        .fetch_one(&store.pool)
        .await?;
    let percent = if held.conversations > EXACT_UP_TO {
        sample_percent(store).await?
    } else {
        100.0
    };
    let statement = if percent < 100.0 {
        SAMPLED_ROWS.get(target.mode())
    } else {
        EVERY_ROW.get(target.mode())
    };
    let mut query = target
        .bind(sqlx::query_as::<_, Bucket>(statement), organization, now)
        .bind(BUCKET_ENDS.as_slice());
    if percent < 100.0 {
        query = query.bind(percent);
    }
    let rows = query.fetch_all(&store.pool).await?;
    Ok(picture(&rows, percent))
}

/// How much of the table has as many rows as a sample reads, by the database's own estimate.
#[tracing::instrument(name = "db.release.sample_percent", skip_all)]
async fn sample_percent(store: &Store) -> Result<f32, StoreError> {
    let rows =
        sqlx::query_scalar!("select reltuples from pg_class where oid = 'conversation'::regclass",)
            .fetch_one(&store.pool)
            .await?;
    // Before the first analyze the estimate is -1: then everything is read.
    Ok(if rows > ROWS_OF_SAMPLE {
        ROWS_OF_SAMPLE / rows * 100.0
    } else {
        100.0
    })
}

/// The buckets from the shortest idle time on; `rows` are numbered from the longest, and hold so many
/// percent of what there is.
fn picture(rows: &[Bucket], percent: f32) -> Vec<IdleBucket> {
    let age = |minutes: i32| Age(minutes.unsigned_abs() * 60);
    let whole = |count: i64| {
        if percent < 100.0 {
            // Estimates are shown with three digits; a float holds far more.
            #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation)]
            let estimated = (count as f64 * 100.0 / f64::from(percent)).round() as i64;
            clamp(estimated)
        } else {
            clamp(count)
        }
    };
    (0..=BUCKET_ENDS.len())
        .map(|bucket| IdleBucket {
            from: bucket
                .checked_sub(1)
                .map_or(Age(0), |before| age(BUCKET_ENDS[before])),
            until: BUCKET_ENDS.get(bucket).copied().map(age),
            conversations: rows
                .iter()
                .find(|row| usize::try_from(row.bucket) == Ok(BUCKET_ENDS.len() - bucket))
                .map_or(0, |row| whole(row.conversations)),
        })
        .collect()
}
