//! The table that bare statements work on: a copy of the conversations.

use super::BenchError;
use sqlx::PgPool;

/// Which indexes the copy has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Indexes {
    /// Those of the conversations.
    All,
    /// Its key, and what is added.
    Key,
}

/// Copies the conversations into `bare` as a table that nothing has been done with yet, and adds what `more` says.
///
/// # Errors
/// The database.
pub(super) async fn copy(
    pool: &PgPool,
    indexes: Indexes,
    more: &[&'static str],
) -> Result<(), BenchError> {
    let table = match indexes {
        Indexes::All => {
            "create table bare (like conversation including all) with (fillfactor = 70)"
        }
        Indexes::Key => {
            "create table bare (like conversation including generated, primary key (organization_id, id))
               with (fillfactor = 70)"
        }
    };
    let filled = [
        "drop table if exists bare",
        table,
        "insert into bare
                (organization_id, id, campaign_id, assigned_to, released_from, waiting_since, held_since,
                 draft_edited_at, lease_epoch, status, time_zone_id, opted_out, escalated)
         select organization_id, id, campaign_id, assigned_to, released_from, waiting_since, held_since,
                draft_edited_at, lease_epoch, status, time_zone_id, opted_out, escalated
           from conversation",
    ];
    // What was written since the last checkpoint is written again in full: all begin alike.
    let settled = ["vacuum analyze bare", "checkpoint"];
    run(pool, &filled).await?;
    run(pool, more).await?;
    run(pool, &settled).await
}

/// Statements that are not measured.
///
/// # Errors
/// The database.
pub(super) async fn run(pool: &PgPool, statements: &[&'static str]) -> Result<(), BenchError> {
    for statement in statements {
        sqlx::query(*statement).execute(pool).await?;
    }
    Ok(())
}
