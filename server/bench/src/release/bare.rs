//! What PostgreSQL does by itself: the same rows moved by the barest statements, on copies of the table.

use crate::BenchError;
use crate::bare::{Indexes, copy, run};
use crate::seed::Seeded;
use sqlx::PgPool;
use std::time::{Duration, Instant};

/// One `update` of all rows, on a table with the same indexes: nothing is written down about it, and
/// whoever wants one of the rows waits for all of them.
pub(super) async fn one_update(
    pool: &PgPool,
    seeded: &Seeded,
) -> Result<(u64, Duration), BenchError> {
    copy(pool, Indexes::All, &[]).await?;
    let begun = Instant::now();
    let done = sqlx::query(
        "update bare
            set assigned_to = null, released_from = assigned_to, lease_epoch = lease_epoch + 1
          where status = 'needs_response' and assigned_to is not null
            and idle_since <= $1 - interval '60 minutes'",
    )
    .bind(seeded.clock)
    .execute(pool)
    .await?;
    let took = begun.elapsed();
    run(pool, &["drop table bare"]).await?;
    Ok((done.rows_affected(), took))
}

/// The fastest that was found for a table of this kind: one index that does not name the holder, ten
/// campaigns a batch, an audit row of arrays a batch. Nobody could list a texter's conversations or hand
/// anything out by it.
pub(super) async fn best_batches(
    pool: &PgPool,
    seeded: &Seeded,
) -> Result<(u64, Duration), BenchError> {
    run(
        pool,
        &[
            "create table bare with (fillfactor = 70) as
             select organization_id, id, campaign_id, assigned_to, released_from, waiting_since, held_since,
                    idle_since, draft_edited_at, lease_epoch, status, time_zone_id, opted_out, escalated
               from conversation",
            "alter table bare add primary key (organization_id, id)",
            "create index bare_idle on bare (campaign_id, idle_since) where status = 'needs_response'",
            "create table bare_audit (ids bigint[] not null, holders bigint[] not null)",
            "vacuum analyze bare",
            "checkpoint",
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
                 update bare
                    set assigned_to = null, released_from = assigned_to, lease_epoch = lease_epoch + 1
                  where campaign_id = any($1) and status = 'needs_response' and assigned_to is not null
                    and idle_since <= $2 - interval '60 minutes'
                 returning id, released_from),
             audit as (
                 insert into bare_audit
                 select array_agg(id), array_agg(released_from) from released having count(*) > 0)
             select count(*) from released",
        )
        .bind(ten)
        .bind(seeded.clock)
        .fetch_one(pool)
        .await?;
        rows += released.unsigned_abs();
    }
    let took = begun.elapsed();
    run(pool, &["drop table bare", "drop table bare_audit"]).await?;
    Ok((rows, took))
}
