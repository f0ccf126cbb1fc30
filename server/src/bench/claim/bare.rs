//! The table that the bare statements draw from.

use crate::bench::BenchError;
use sqlx::PgPool;

/// Copies the conversations into `bare`, with one index to find the longest waiting by, and those of the
/// conversations too if `indexed`.
pub(super) async fn copy(pool: &PgPool, indexed: bool) -> Result<(), BenchError> {
    let table = if indexed {
        "create table bare (like conversation including all) with (fillfactor = 70)"
    } else {
        "create table bare (like conversation including generated, primary key (organization_id, id))
           with (fillfactor = 70)"
    };
    for statement in [
        "drop table if exists bare",
        table,
        "insert into bare
                (organization_id, id, campaign_id, assigned_to, released_from, waiting_since, held_since,
                 draft_edited_at, lease_epoch, status, time_zone_id, opted_out, escalated)
         select organization_id, id, campaign_id, assigned_to, released_from, waiting_since, held_since,
                draft_edited_at, lease_epoch, status, time_zone_id, opted_out, escalated
           from conversation",
        "create index bare_waiting on bare (waiting_since, id)
          where status = 'needs_response' and assigned_to is null",
        "vacuum analyze bare",
        "checkpoint",
    ] {
        sqlx::query(statement).execute(pool).await?;
    }
    Ok(())
}

/// Drops it.
pub(super) async fn drop(pool: &PgPool) -> Result<(), BenchError> {
    sqlx::query("drop table bare").execute(pool).await?;
    Ok(())
}
