//! One run, from an empty database to the report.

use super::way::Way;
use super::{Report, Scale, conversations, load::load};
use crate::bare::{self, Indexes};
use crate::seed::{Seeded, seed};
use crate::{BenchError, Scratch};
use server_store::Store;
use server_store::clock::Clock;
use sqlx::PgConnection;

/// By which the bare statements find who waits longest.
const BY_WAIT: &str = "create index bare_waiting on bare (waiting_since, id)
    where status = 'needs_response' and assigned_to is null";

/// Fills the scratch database and measures. `say` is told what is going on, because it takes minutes.
///
/// # Errors
/// The database; a conversation that was given to two, or to nobody.
pub async fn run(
    scratch: &Scratch,
    scale: Scale,
    say: impl Fn(&str),
) -> Result<Report, BenchError> {
    let pools = [scratch.pool.clone(), scratch.another_server().await?];
    say("Writing the conversations");
    let write = async |connection: &mut PgConnection, seeded: &Seeded| {
        conversations::write(connection, &scale, seeded).await
    };
    let seeded = seed(&scratch.pool, scale.texters.into(), scale.campaigns, write).await?;
    say("Measuring bare statements on a copy with one index");
    bare::copy(&scratch.pool, Indexes::Key, &[BY_WAIT]).await?;
    let one_index = load(&Way::Bare(pools.clone()), &scale).await?;
    say("Measuring bare statements on a copy with all indexes");
    bare::copy(&scratch.pool, Indexes::All, &[BY_WAIT]).await?;
    let all_indexes = load(&Way::Bare(pools.clone()), &scale).await?;
    bare::run(&scratch.pool, &["drop table bare"]).await?;
    say("Measuring requests");
    sqlx::query("checkpoint").execute(&scratch.pool).await?;
    // What is eligible does not change while it is measured.
    let clock = Clock::pinned_at(seeded.clock);
    let stores = pools.map(|pool| Store::with_clock(pool, clock.clone()));
    let requests = load(&Way::Baton(stores, seeded), &scale).await?;
    adds_up(&scratch.pool, requests.taken).await?;
    Ok(Report {
        scale,
        postgres: scratch.postgres().await?,
        optimized: !cfg!(debug_assertions),
        one_index,
        all_indexes,
        requests,
    })
}

/// What the requests say they gave is what was given, each conversation once.
async fn adds_up(pool: &sqlx::PgPool, taken: u64) -> Result<(), BenchError> {
    let taken = taken.cast_signed();
    let (given, written, distinct): (i64, i64, i64) = sqlx::query_as(
        "select (select count(*) from conversation where lease_epoch = 1 and assigned_to is not null),
                (select sum(assigned) from assignment_request),
                (select count(distinct given)
                   from assignment_event cross join unnest(conversation_ids) given
                  where reason = 'requested')",
    )
    .fetch_one(pool)
    .await?;
    if (given, written, distinct) == (taken, taken, taken) {
        Ok(())
    } else {
        Err(BenchError::Worthless(format!(
            "{given} conversations were given, {written} in the requests, {distinct} in the audit, of {taken}"
        )))
    }
}
