//! Finishing what a dead server began.

use super::batch::Run;
use super::start::finish;
use crate::store::{Store, StoreError};
use app::domain::{IdleInterval, MemberId, OrganizationId, ReleaseId, ReleasePolicy};
use chrono::{DateTime, Utc};

#[derive(sqlx::FromRow)]
struct Row {
    organization_id: i64,
    id: i64,
    actor_id: i64,
    interval_minutes: i32,
    include_team_restricted: bool,
    only_within_texting_hours: bool,
    include_auto_assign_off: bool,
    clock: DateTime<Utc>,
}

/// Finishes the releases of all organizations that gave no sign of life for fifteen seconds, which is
/// five times what a batch may take, and says how many. They go on by the clock that they began with,
/// so what became idle since is not taken. Taking one over is a sign of life: two servers do not
/// finish the same one.
///
/// # Errors
/// The database. What was not finished is found again later.
pub async fn resume_abandoned(store: &Store) -> Result<u32, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "update release
            set heartbeat_at = statement_timestamp()
          where state = 'running'
            and heartbeat_at < statement_timestamp() - interval '15 seconds'
            and actor_id is not null
         returning organization_id, id, actor_id, interval_minutes, include_team_restricted,
                   only_within_texting_hours, include_auto_assign_off, clock",
    )
    .fetch_all(&store.pool)
    .await?;
    let mut finished = 0;
    for row in rows {
        let interval = IdleInterval::from_minutes(row.interval_minutes.unsigned_abs())
            .map_err(|error| StoreError::Corrupt(format!("release {}: {error}", row.id)))?;
        let run = Run {
            organization: OrganizationId(row.organization_id),
            release: ReleaseId(row.id),
            actor: MemberId(row.actor_id),
            policy: ReleasePolicy {
                interval,
                include_team_restricted: row.include_team_restricted,
                only_within_texting_hours: row.only_within_texting_hours,
                include_auto_assign_off: row.include_auto_assign_off,
            },
            clock: row.clock,
        };
        tracing::warn!(release = row.id, "finishing a release that its server left");
        finish(store, &run).await?;
        finished += 1;
    }
    Ok(finished)
}
