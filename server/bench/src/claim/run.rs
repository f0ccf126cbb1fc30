//! One run: seeds the scratch database, measures, and returns the report.

use super::strategy::Strategy;
use super::{Report, Scale, conversations, load::measure};
use crate::baseline::{Indexes, copy_conversations, execute_all};
use crate::seed::{Seeded, seed};
use crate::{BenchError, Scratch};
use server_store::Store;
use server_store::clock::Clock;
use sqlx::PgConnection;

/// The index by which the baseline finds those who wait longest.
const BY_WAIT: &str = "create index baseline_waiting on baseline (waiting_since, id)
    where status = 'needs_response' and assigned_to is null";

/// Seeds the scratch database and measures. `report_progress` is called with each phase, because a run takes minutes.
///
/// # Errors
/// [`BenchError::Invalid`] if a conversation was handed out twice, or counted and not handed out.
pub async fn run(
    scratch: &Scratch,
    scale: Scale,
    report_progress: impl Fn(&str),
) -> Result<Report, BenchError> {
    let pools = [scratch.pool.clone(), scratch.connect_second_server().await?];
    report_progress("Writing the conversations");
    let write = async |connection: &mut PgConnection, seeded: &Seeded| {
        conversations::write(connection, &scale, seeded).await
    };
    let seeded = seed(&scratch.pool, scale.texters.into(), scale.campaigns, write).await?;
    report_progress("Measuring the baseline on a copy with one index");
    copy_conversations(&scratch.pool, Indexes::Key, &[BY_WAIT]).await?;
    let one_index = measure(&Strategy::Baseline(pools.clone()), &scale).await?;
    report_progress("Measuring the baseline on a copy with all indexes");
    copy_conversations(&scratch.pool, Indexes::All, &[BY_WAIT]).await?;
    let all_indexes = measure(&Strategy::Baseline(pools.clone()), &scale).await?;
    execute_all(&scratch.pool, &["drop table baseline"]).await?;
    report_progress("Measuring requests");
    scratch.checkpoint().await?;
    // By a pinned clock no conversation leaves its texting hours while it is measured.
    let clock = Clock::pinned_at(seeded.clock);
    let stores = pools.map(|pool| Store::with_clock(pool, clock.clone()));
    let requests = measure(&Strategy::Baton(Box::new(stores), Box::new(seeded)), &scale).await?;
    verify_total(&scratch.pool, requests.claimed).await?;
    Ok(Report {
        scale,
        environment: scratch.environment().await?,
        one_index,
        all_indexes,
        requests,
    })
}

/// Compares what the requests returned with what they wrote: each conversation was handed out once.
async fn verify_total(pool: &sqlx::PgPool, claimed: u64) -> Result<(), BenchError> {
    let claimed = claimed.cast_signed();
    let (assigned, recorded, audited): (i64, i64, i64) = sqlx::query_as(
        "select (select count(*) from conversation where lease_epoch = 1 and assigned_to is not null),
                (select sum(assigned) from assignment_request),
                (select count(distinct claimed.id)
                   from assignment_event cross join unnest(conversation_ids) as claimed (id)
                  where reason = 'requested')",
    )
    .fetch_one(pool)
    .await?;
    if (assigned, recorded, audited) == (claimed, claimed, claimed) {
        Ok(())
    } else {
        Err(BenchError::Invalid(format!(
            "{assigned} conversations are assigned, {recorded} by the requests, {audited} by the audit, instead of {claimed}"
        )))
    }
}
