//! Finishing the releases of a server that died, was paused or lost its database.

use super::batch::Run;
use super::bulk::{self, BulkRun};
use super::lease::{ABANDONED_AFTER, End, Lease};
use super::runner::finish;
use super::second_pass::{self, SecondPassRun};
use super::target::Target;
use super::undo;
use super::undo_batch::UndoRun;
use crate::database::{RESPOND_WITHIN, answered};
use crate::{Store, StoreError, stored_word};
use app::domain::{
    AuditActor, BulkActionId, CampaignId, IdleInterval, MemberId, OrganizationId, ReleaseId,
    ReleaseKind, ReleasePolicy, ReleaseScope, SecondPassDays,
};
use chrono::{DateTime, Utc};

struct Row {
    organization_id: i64,
    id: i64,
    lease_epoch: i32,
    scope: String,
    kind: String,
    campaign_id: Option<i64>,
    actor_id: Option<i64>,
    member_id: Option<i64>,
    interval_minutes: Option<i32>,
    include_team_restricted: bool,
    only_within_texting_hours: bool,
    include_auto_assign_off: bool,
    texted_days_ago: Option<i32>,
    bulk_action_id: Option<i64>,
    clock: DateTime<Utc>,
    undoes_id: Option<i64>,
}

impl Row {
    fn lease(&self) -> Lease {
        Lease {
            organization: OrganizationId(self.organization_id),
            release: ReleaseId(self.id),
            epoch: self.lease_epoch,
        }
    }
}

/// Finishes the releases and undos of all organizations whose server has been silent for [`ABANDONED_AFTER`], and says
/// how many. They go on by the clock that they began with, so what became idle since is not taken. Each is taken over
/// under a new epoch: two servers do not finish the same one, and the silent one writes nothing about it if it comes
/// back. One that can never be finished is closed as failed, and keeps no other waiting. One of which only a newer version
/// knows what it is, is left to a server of that version.
///
/// # Errors
/// The last fault. What was not finished is found again later.
pub async fn resume_abandoned(store: &Store) -> Result<u32, StoreError> {
    let mut finished = 0;
    let mut fault = None;
    while let Some(row) = answered(RESPOND_WITHIN, take_over(store)).await? {
        let lease = row.lease();
        tracing::warn!(
            release = lease.release.0,
            epoch = lease.epoch,
            "taking over a release whose server has been silent"
        );
        match resume(store, &row).await {
            Ok(()) => finished += 1,
            Err(error) => {
                tracing::error!(%error, release = lease.release.0, "a release that was taken over could not be finished");
                if !error.is_passing() {
                    answered(RESPOND_WITHIN, lease.close(store, End::Failed)).await?;
                }
                fault = Some(error);
            }
        }
    }
    fault.map_or(Ok(finished), Err)
}

/// Takes over the release or undo that has been without a heartbeat for longest, if there is one that counts as
/// abandoned. What a paused server holds locked is passed over: its locks end within seconds.
#[tracing::instrument(name = "db.release.take_over", skip_all)]
async fn take_over(store: &Store) -> Result<Option<Row>, StoreError> {
    Ok(sqlx::query_as!(
        Row,
        r#"update release
            set heartbeat_at = statement_timestamp(),
                lease_epoch = lease_epoch + 1
          where (organization_id, id) = (select organization_id, id
                                           from release
                                          where state = 'running'
                                            and scope::text = any ($2)
                                            and kind::text = any ($3)
                                            and heartbeat_at < statement_timestamp() - $1 * interval '1 second'
                                          order by heartbeat_at
                                          limit 1
                                            for no key update skip locked)
         returning organization_id, id, lease_epoch, scope::text as "scope!", kind::text as "kind!",
                   campaign_id, actor_id, member_id, interval_minutes, include_team_restricted, only_within_texting_hours,
                   include_auto_assign_off, texted_days_ago, bulk_action_id, clock, undoes_id"#,
        ABANDONED_AFTER.as_secs_f64(),
        &ReleaseScope::WORDS.map(str::to_owned),
        &ReleaseKind::ALL.map(|kind| kind.as_str().to_owned()),
    )
    .fetch_optional(&store.pool)
    .await?)
}

async fn resume(store: &Store, row: &Row) -> Result<(), StoreError> {
    let Some(undone) = row.undoes_id else {
        match stored_word::<ReleaseKind>(&row.kind)? {
            ReleaseKind::SecondPass => {
                second_pass::finish(store, &second_pass_run(row)?).await?;
            }
            ReleaseKind::Bulk => {
                let run = bulk_run(store, row).await?;
                bulk::finish(store, &run).await?;
            }
            ReleaseKind::Replies | ReleaseKind::Unsent | ReleaseKind::Held => {
                finish(store, &run(row)?).await?;
            }
        }
        return Ok(());
    };
    let work = UndoRun {
        lease: row.lease(),
        undoes: ReleaseId(undone),
        kind: stored_word(&row.kind)?,
        actor: row.actor_id.map(MemberId),
    };
    undo::finish(store, &work).await?;
    Ok(())
}

async fn bulk_run(store: &Store, row: &Row) -> Result<BulkRun, StoreError> {
    let corrupt = || StoreError::Corrupt(format!("release {}: no bulk action", row.id));
    let action = row.bulk_action_id.map(BulkActionId).ok_or_else(corrupt)?;
    let actor = row.actor_id.map(MemberId).ok_or_else(corrupt)?;
    bulk::resumed(store, row.lease(), action, actor).await
}

fn second_pass_run(row: &Row) -> Result<SecondPassRun, StoreError> {
    let corrupt = || StoreError::Corrupt(format!("release {}: no second pass", row.id));
    let days = row.texted_days_ago.map(SecondPassDays::try_from);
    Ok(SecondPassRun {
        lease: row.lease(),
        actor: AuditActor {
            organization: OrganizationId(row.organization_id),
            member: row.actor_id.map(MemberId),
            address: None,
        },
        campaign: row.campaign_id.map(CampaignId).ok_or_else(corrupt)?,
        days: days.and_then(Result::ok).ok_or_else(corrupt)?,
        clock: row.clock,
    })
}

fn run(row: &Row) -> Result<Run, StoreError> {
    let corrupt = |what: String| StoreError::Corrupt(format!("release {}: {what}", row.id));
    let scope = ReleaseScope::from_parts(&row.scope, row.campaign_id.map(CampaignId))
        .ok_or_else(|| corrupt(format!("scope {}", row.scope)))?;
    let policy = row
        .interval_minutes
        .map(|minutes| IdleInterval::from_minutes(minutes.unsigned_abs()))
        .transpose()
        .map_err(|error| corrupt(format!("{error:?}")))?
        .map(|interval| ReleasePolicy {
            interval,
            include_team_restricted: row.include_team_restricted,
            only_within_texting_hours: row.only_within_texting_hours,
            include_auto_assign_off: row.include_auto_assign_off,
        });
    let actor = row.actor_id.map(MemberId);
    let suspended = row.member_id.map(MemberId);
    let kind = stored_word(&row.kind)?;
    let target = Target::recorded(scope, kind, policy, actor, suspended)
        .ok_or_else(|| corrupt("its parts do not go together".into()))?;
    Ok(Run {
        lease: row.lease(),
        actor,
        target,
        clock: row.clock,
    })
}
