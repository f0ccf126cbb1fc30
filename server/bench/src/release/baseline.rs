//! The baselines of a release: the least SQL that releases the same rows, on copies of the table.

use crate::BenchError;
use crate::baseline::{Indexes, copy_conversations, execute_all};
use crate::scratch::CHECKPOINT;
use crate::seed::Seeded;
use sqlx::PgPool;
use std::time::{Duration, Instant};

/// One `update` of all rows, on a table with the same indexes. It writes no audit, and whoever needs one of the rows
/// waits for all of them.
pub(super) async fn one_update(
    pool: &PgPool,
    seeded: &Seeded,
) -> Result<(u64, Duration), BenchError> {
    copy_conversations(pool, Indexes::All, &[]).await?;
    let begun = Instant::now();
    let result = sqlx::query(
        "update baseline
            set assigned_to = null, released_from = assigned_to, lease_epoch = lease_epoch + 1
          where status = 'needs_response' and assigned_to is not null
            and idle_since <= $1 - interval '60 minutes'",
    )
    .bind(seeded.clock)
    .execute(pool)
    .await?;
    let duration = begun.elapsed();
    execute_all(pool, &["drop table baseline"]).await?;
    Ok((result.rows_affected(), duration))
}

/// The fastest batches that were found: one index that leaves the holder out, ten campaigns a batch, one audit row of
/// arrays a batch. With that index alone neither a texter's conversations could be listed nor any be handed out.
pub(super) async fn best_batches(
    pool: &PgPool,
    seeded: &Seeded,
) -> Result<(u64, Duration), BenchError> {
    execute_all(
        pool,
        &[
            "create table baseline with (fillfactor = 70) as
             select organization_id, id, campaign_id, assigned_to, released_from, waiting_since, held_since,
                    idle_since, draft_edited_at, lease_epoch, status, time_zone_id, opted_out, escalated
               from conversation",
            "alter table baseline add primary key (organization_id, id)",
            "create index baseline_idle on baseline (campaign_id, idle_since) where status = 'needs_response'",
            "create table baseline_audit (ids bigint[] not null, holders bigint[] not null)",
            "vacuum analyze baseline",
            CHECKPOINT,
        ],
    )
    .await?;
    let campaigns: Vec<i64> = sqlx::query_scalar("select id from campaign order by id")
        .fetch_all(pool)
        .await?;
    let mut rows = 0;
    let begun = Instant::now();
    for ten in campaigns.chunks(10) {
        let released: i64 = sqlx::query_scalar(
            "with released as (
                 update baseline
                    set assigned_to = null, released_from = assigned_to, lease_epoch = lease_epoch + 1
                  where campaign_id = any($1) and status = 'needs_response' and assigned_to is not null
                    and idle_since <= $2 - interval '60 minutes'
                 returning id, released_from),
             audit as (
                 insert into baseline_audit
                 select array_agg(id), array_agg(released_from) from released having count(*) > 0)
             select count(*) from released",
        )
        .bind(ten)
        .bind(seeded.clock)
        .fetch_one(pool)
        .await?;
        rows += released.unsigned_abs();
    }
    let duration = begun.elapsed();
    execute_all(pool, &["drop table baseline", "drop table baseline_audit"]).await?;
    Ok((rows, duration))
}
