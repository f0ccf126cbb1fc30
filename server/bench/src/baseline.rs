//! The table `baseline`: a copy of the conversations, on which the baseline statements run.

use super::BenchError;
use super::scratch::CHECKPOINT;
use sqlx::PgPool;

/// The indexes of the copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Indexes {
    /// All that the conversations have.
    All,
    /// The primary key alone.
    Key,
}

/// Copies the conversations into a fresh table `baseline`, and runs `additions`, such as further indexes, on it.
pub(super) async fn copy_conversations(
    pool: &PgPool,
    indexes: Indexes,
    additions: &[&'static str],
) -> Result<(), BenchError> {
    let table = match indexes {
        Indexes::All => {
            "create table baseline (like conversation including all) with (fillfactor = 70)"
        }
        Indexes::Key => {
            "create table baseline (like conversation including generated, primary key (organization_id, id))
               with (fillfactor = 70)"
        }
    };
    let copy = [
        "drop table if exists baseline",
        table,
        "insert into baseline
                (organization_id, id, campaign_id, assigned_to, released_from, waiting_since, held_since,
                 draft_edited_at, lease_epoch, status, time_zone_id, opted_out, escalated)
         select organization_id, id, campaign_id, assigned_to, released_from, waiting_since, held_since,
                draft_edited_at, lease_epoch, status, time_zone_id, opted_out, escalated
           from conversation",
    ];
    execute_all(pool, &copy).await?;
    execute_all(pool, additions).await?;
    execute_all(pool, &["vacuum analyze baseline", CHECKPOINT]).await
}

/// Executes statements whose time is not measured.
pub(super) async fn execute_all(
    pool: &PgPool,
    statements: &[&'static str],
) -> Result<(), BenchError> {
    for statement in statements {
        sqlx::query(*statement).execute(pool).await?;
    }
    Ok(())
}
