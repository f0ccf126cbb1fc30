//! Finishing what a dead server began.

use super::batch::Run;
use super::finish::{End, close, finish};
use super::give_back::GiveBack;
use super::target::Target;
use super::undo;
use crate::store::{Store, StoreError};
use app::domain::{
    CampaignId, IdleInterval, MemberId, OrganizationId, ReleaseId, ReleasePolicy, ReleaseScope,
};
use chrono::{DateTime, Utc};

#[derive(sqlx::FromRow)]
struct Row {
    organization_id: i64,
    id: i64,
    scope: String,
    kind: String,
    campaign_id: Option<i64>,
    actor_id: Option<i64>,
    interval_minutes: Option<i32>,
    include_team_restricted: bool,
    only_within_texting_hours: bool,
    include_auto_assign_off: bool,
    clock: DateTime<Utc>,
    undoes_id: Option<i64>,
}

/// Finishes the releases and undos of all organizations that gave no sign of life for fifteen seconds, which is
/// five times what a batch may take, and says how many. They go on by the clock that they began with,
/// so what became idle since is not taken. Taking one over is a sign of life: two servers do not
/// finish the same one. One that cannot be finished is closed as failed, and keeps no other waiting.
///
/// # Errors
/// The database. What was not finished is found again later.
pub async fn resume_abandoned(store: &Store) -> Result<u32, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "update release
            set heartbeat_at = statement_timestamp()
          where state = 'running'
            and heartbeat_at < statement_timestamp() - interval '15 seconds'
         returning organization_id, id, scope::text as scope, kind::text as kind, campaign_id, actor_id,
                   interval_minutes, include_team_restricted, only_within_texting_hours,
                   include_auto_assign_off, clock, undoes_id",
    )
    .fetch_all(&store.pool)
    .await?;
    let mut finished = 0;
    let mut failure = None;
    for row in rows {
        let (organization, release) = (OrganizationId(row.organization_id), ReleaseId(row.id));
        tracing::warn!(release = row.id, "finishing a release that its server left");
        match resume(store, row).await {
            Ok(()) => finished += 1,
            Err(error) => {
                tracing::error!(%error, release = release.0, "a release could not be finished");
                close(store, organization, release, End::Failed).await?;
                failure = Some(error);
            }
        }
    }
    failure.map_or(Ok(finished), Err)
}

async fn resume(store: &Store, row: Row) -> Result<(), StoreError> {
    let Some(undone) = row.undoes_id else {
        finish(store, &run(&row)?).await?;
        return Ok(());
    };
    let actor = row
        .actor_id
        .ok_or_else(|| StoreError::Corrupt(format!("undo {}: nobody's", row.id)))?;
    let work = GiveBack {
        organization: OrganizationId(row.organization_id),
        undo: ReleaseId(row.id),
        release: ReleaseId(undone),
        actor: MemberId(actor),
    };
    undo::finish(store, &work).await?;
    Ok(())
}

fn run(row: &Row) -> Result<Run, StoreError> {
    let corrupt = |what: String| StoreError::Corrupt(format!("release {}: {what}", row.id));
    let scope = ReleaseScope::from_parts(&row.scope, row.campaign_id.map(CampaignId))
        .ok_or_else(|| corrupt(format!("scope {}", row.scope)))?;
    let policy = row
        .interval_minutes
        .map(|minutes| IdleInterval::from_minutes(minutes.unsigned_abs()))
        .transpose()
        .map_err(|error| corrupt(error.to_string()))?
        .map(|interval| ReleasePolicy {
            interval,
            include_team_restricted: row.include_team_restricted,
            only_within_texting_hours: row.only_within_texting_hours,
            include_auto_assign_off: row.include_auto_assign_off,
        });
    let actor = row.actor_id.map(MemberId);
    let target = Target::recorded(scope, super::progress::kind(&row.kind)?, policy, actor)
        .ok_or_else(|| corrupt("its parts do not go together".into()))?;
    Ok(Run {
        organization: OrganizationId(row.organization_id),
        release: ReleaseId(row.id),
        actor,
        target,
        clock: row.clock,
    })
}
