//! A release everywhere, from its first row in the history to its last batch.

use super::batch::{self, Run};
use super::plan::{self, Slice};
use super::preview::tally;
use crate::store::{Store, StoreError};
use app::domain::{LeftOut, ReleaseId, ReleasePolicy, ReleaseProgress, Viewer};
use chrono::{DateTime, Utc};
use std::collections::VecDeque;

/// How often a batch that cannot be halved any more is tried.
const TRIES: u32 = 5;

/// Releases everywhere by a policy. The work is a task of its own, so that it goes on when the
/// caller goes away.
pub(super) async fn start(
    store: &Store,
    viewer: &Viewer,
    policy: ReleasePolicy,
) -> Result<ReleaseProgress, StoreError> {
    let run = open(store, viewer, policy).await?;
    let store = store.clone();
    let work = tokio::spawn(async move { finish(&store, &run).await });
    work.await
        .map_err(|error| StoreError::Interrupted(error.to_string()))?
}

/// Releases what there is left to release, and closes the row in the history.
pub(super) async fn finish(store: &Store, run: &Run) -> Result<ReleaseProgress, StoreError> {
    let released = run_batches(store, run).await;
    let outcome = close(store, run, released.is_ok()).await?;
    released.map(|()| outcome)
}

/// Writes the release into the history, with the moment that it measures by and what it leaves out.
async fn open(store: &Store, viewer: &Viewer, policy: ReleasePolicy) -> Result<Run, StoreError> {
    let left_out = tally(store, viewer.organization, &policy).await?.left_out;
    let (release, clock): (i64, DateTime<Utc>) = sqlx::query_as(
        "insert into release
                (organization_id, scope, actor_id, interval_minutes, include_team_restricted,
                 only_within_texting_hours, include_auto_assign_off, clock, started_at, left_out)
         values ($1, 'everywhere', $2, $3, $4, $5, $6,
                 coalesce($7, statement_timestamp()), coalesce($7, statement_timestamp()), $8)
         returning id, clock",
    )
    .bind(viewer.organization.0)
    .bind(viewer.member.0)
    .bind(policy.interval.minutes().cast_signed())
    .bind(policy.include_team_restricted)
    .bind(policy.only_within_texting_hours)
    .bind(policy.include_auto_assign_off)
    .bind(store.clock.pinned())
    .bind(to_json(&left_out))
    .fetch_one(&store.pool)
    .await?;
    Ok(Run {
        organization: viewer.organization,
        release: ReleaseId(release),
        actor: viewer.member,
        policy,
        clock,
    })
}

fn to_json(left_out: &[LeftOut]) -> serde_json::Value {
    left_out
        .iter()
        .map(|l| (l.reason.as_str().to_owned(), l.conversations.into()))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

async fn run_batches(store: &Store, run: &Run) -> Result<(), StoreError> {
    let slices = plan::slices(store, run.organization, run.clock, &run.policy).await?;
    let mut waiting: VecDeque<(Vec<Slice>, u32)> = plan::batches(slices)
        .into_iter()
        .map(|batch| (batch, 1))
        .collect();
    while let Some((mut batch, tries)) = waiting.pop_front() {
        match batch::release(store, run, &batch).await {
            Ok(rows) => tracing::debug!(release = run.release.0, rows, "batch released"),
            Err(error) if batch::gave_way(&error) && batch.len() > 1 => {
                let second = batch.split_off(batch.len() / 2);
                waiting.push_front((second, tries));
                waiting.push_front((batch, tries));
            }
            Err(error) if batch::gave_way(&error) && tries < TRIES => {
                waiting.push_front((batch, tries + 1));
            }
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Closes the row in the history; the counts come from the audit itself.
async fn close(store: &Store, run: &Run, done: bool) -> Result<ReleaseProgress, StoreError> {
    let (conversations, campaigns): (i32, i32) = sqlx::query_as(
        "update release r
            set state = case when $3 then 'finished' else 'failed' end::release_state,
                finished_at = coalesce($4, statement_timestamp()),
                conversations = moved.conversations,
                campaigns = moved.campaigns
           from (select count(*)::int as conversations, count(distinct cv.campaign_id)::int as campaigns
                   from assignment_event e
                  cross join unnest(e.conversation_ids) as lost (id)
                   join conversation cv on cv.organization_id = e.organization_id and cv.id = lost.id
                  where e.organization_id = $1 and e.release_id = $2) moved
          where r.organization_id = $1 and r.id = $2 and r.state = 'running'
         returning r.conversations, r.campaigns",
    )
    .bind(run.organization.0)
    .bind(run.release.0)
    .bind(done)
    .bind(store.clock.pinned())
    .fetch_one(&store.pool)
    .await?;
    Ok(ReleaseProgress {
        release: run.release,
        actor: None,
        kind: app::domain::ReleaseKind::Replies,
        undoes: None,
        state: app::domain::ReleaseState::Finished,
        cancelling: false,
        expected: 0,
        conversations: conversations.unsigned_abs(),
        campaigns: campaigns.unsigned_abs(),
        kept: 0,
        ran_ms: 0,
    })
}
