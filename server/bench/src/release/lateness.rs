//! The lateness of automatic release: how long after its deadline the engine releases a reply.

use crate::BenchError;
use crate::latencies::Latencies;
use crate::seed::Seeded;
use server_store::Store;
use sqlx::PgPool;
use std::time::{Duration, Instant};
use tokio_util::sync::CancellationToken;

/// Campaigns that release by themselves after five minutes.
const CAMPAIGNS: i64 = 50;
/// Replies that come due, one after the other.
const REPLIES: i64 = 5_000;
/// The time within which all of them come due.
const SPREAD_SECONDS: i32 = 20;
/// The time limit of the measurement.
const MAX_DURATION: Duration = Duration::from_secs(60);
/// The interval at which the released replies are counted.
const POLL_INTERVAL: Duration = Duration::from_millis(200);

/// Measures `automatic_release`, by the real clock, while replies come due.
pub(super) async fn lateness<Running>(
    pool: &PgPool,
    seeded: &Seeded,
    automatic_release: impl FnOnce(Store, CancellationToken) -> Running,
) -> Result<Latencies, BenchError>
where
    Running: Future<Output = ()> + Send + 'static,
{
    insert_due(pool, seeded).await?;
    let stop = CancellationToken::new();
    let engine = tokio::spawn(automatic_release(Store::new(pool.clone()), stop.clone()));
    let latencies = wait_for_all(pool, seeded).await;
    stop.cancel();
    engine.await?;
    latencies
}

/// Writes campaigns that release after five minutes, whose replies come due in the next seconds.
async fn insert_due(pool: &PgPool, seeded: &Seeded) -> Result<(), BenchError> {
    let mut connection = pool.acquire().await?;
    sqlx::query("set session_replication_role = replica")
        .execute(&mut *connection)
        .await?;
    sqlx::query(
        "with automatic as (
             insert into campaign (organization_id, title, time_zone_id, texting_from, texting_until, started_at,
                                   auto_assign, auto_release_minutes)
             select $1, 'Automatic ' || n, (select min(id) from time_zone), '00:00', '24:00', statement_timestamp(),
                    true, 5
               from generate_series(1, $2) n
             returning id)
         insert into conversation
                (organization_id, id, campaign_id, assigned_to, waiting_since, held_since, status)
         select $1, (select max(id) from conversation) + n, (select min(id) from automatic) + n % $2, $4,
                statement_timestamp() - interval '5 minutes' + interval '3 seconds'
                    + n * interval '1 second' * $5 / $3,
                statement_timestamp() - interval '1 day', 'needs_response'
           from generate_series(1, $3) n",
    )
    .bind(seeded.admin.organization.0)
    .bind(CAMPAIGNS)
    .bind(REPLIES)
    .bind(seeded.first_texter)
    .bind(f64::from(SPREAD_SECONDS))
    .execute(&mut *connection)
    .await?;
    sqlx::query("reset session_replication_role")
        .execute(&mut *connection)
        .await?;
    Ok(())
}

async fn wait_for_all(pool: &PgPool, seeded: &Seeded) -> Result<Latencies, BenchError> {
    let begun = Instant::now();
    loop {
        let delays = release_delays(pool, seeded).await?;
        if i64::try_from(delays.len()) == Ok(REPLIES) {
            return Ok(Latencies::of(delays));
        }
        if begun.elapsed() > MAX_DURATION {
            return Err(BenchError::Invalid(format!(
                "the engine released {} of {REPLIES} replies",
                delays.len()
            )));
        }
        tokio::time::sleep(POLL_INTERVAL).await;
    }
}

/// The time from its deadline to its release, of each reply that the engine has released.
async fn release_delays(pool: &PgPool, seeded: &Seeded) -> Result<Vec<Duration>, BenchError> {
    let seconds: Vec<f64> = sqlx::query_scalar(
        "select greatest(0, extract(epoch from e.happened_at - cv.idle_since - interval '5 minutes'))::float8
           from release r
           join assignment_event e on e.organization_id = r.organization_id and e.release_id = r.id
          cross join unnest(e.conversation_ids) as lost (id)
           join conversation cv on cv.organization_id = r.organization_id and cv.id = lost.id
          where r.organization_id = $1 and r.scope = 'automatic'",
    )
    .bind(seeded.admin.organization.0)
    .fetch_all(pool)
    .await?;
    Ok(seconds.into_iter().map(Duration::from_secs_f64).collect())
}
