//! From a release's next batch to its end.

use super::batch::{self, Run, TRIES};
use super::plan::{self, Slice};
use super::progress;
use crate::store::{Store, StoreError, notify};
use app::domain::{OrganizationId, ReleaseId, ReleaseProgress};
use std::collections::VecDeque;

/// How a release ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// Every batch is done.
    Finished,
    /// Somebody stopped it.
    Cancelled,
    /// It stopped at an error.
    Failed,
    /// Another server has ended it.
    Elsewhere,
}

/// Releases what there is left to release, and closes the row in the history.
pub(super) async fn finish(store: &Store, run: &Run) -> Result<ReleaseProgress, StoreError> {
    let end = release_all(store, run).await;
    let closed = *end.as_ref().unwrap_or(&End::Failed);
    close(store, run.organization, run.release, closed).await?;
    end?;
    progress::of(store, run.organization, run.release).await
}

async fn release_all(store: &Store, run: &Run) -> Result<End, StoreError> {
    let slices = plan::slices(store, run.organization, Some(run.clock), &run.target).await?;
    release_slices(store, run, slices).await
}

/// Releases these slices, batch by batch, until they are done or the release is to stop.
pub(super) async fn release_slices(
    store: &Store,
    run: &Run,
    slices: Vec<Slice>,
) -> Result<End, StoreError> {
    let mut waiting: VecDeque<(Vec<Slice>, u32)> = plan::batches(slices)
        .into_iter()
        .map(|batch| (batch, 1))
        .collect();
    while let Some((mut batch, tries)) = waiting.pop_front() {
        match batch::release(store, run, &batch).await {
            Ok(None) => {}
            Ok(Some(end)) => return Ok(end),
            Err(error) if batch::gave_way(&error) && (batch.len() > 1 || tries < TRIES) => {
                batch::show_life(store, run.organization, run.release).await?;
                if batch.len() > 1 {
                    let second = batch.split_off(batch.len() / 2);
                    waiting.push_front((second, tries));
                    waiting.push_front((batch, tries));
                } else {
                    waiting.push_front((batch, tries + 1));
                }
            }
            Err(error) => return Err(error),
        }
    }
    Ok(End::Finished)
}

/// Closes the row in the history, if nobody else did; the counts come from the audit itself. Of an undo
/// that went through, what it was to give back and did not was kept.
pub(super) async fn close(
    store: &Store,
    organization: OrganizationId,
    release: ReleaseId,
    end: End,
) -> Result<(), StoreError> {
    let state = match end {
        End::Finished => "finished",
        End::Cancelled => "cancelled",
        End::Failed => "failed",
        End::Elsewhere => return Ok(()),
    };
    sqlx::query(
        "with audit as (
             select conversation_ids, campaign_ids
               from assignment_event
              where organization_id = $1 and release_id = $2
         ), campaign_moved as (
             select unnest(campaign_ids) as id
               from audit
              union
             select cv.campaign_id
               from audit
              cross join unnest(audit.conversation_ids) as moved (id)
               join conversation cv on cv.organization_id = $1 and cv.id = moved.id
              where audit.campaign_ids is null
         )
         update release r
            set state = $3::release_state,
                finished_at = coalesce($4, statement_timestamp()),
                conversations = moved.conversations,
                campaigns = moved.campaigns,
                kept = case when r.undoes_id is not null and $3 = 'finished'
                            then greatest(r.expected - moved.conversations, 0)
                            else 0
                       end
           from (select coalesce(sum(cardinality(conversation_ids)), 0)::int as conversations,
                        (select count(*) from campaign_moved)::int as campaigns
                   from audit) moved
          where r.organization_id = $1 and r.id = $2 and r.state = 'running'",
    )
    .bind(organization.0)
    .bind(release.0)
    .bind(state)
    .bind(store.clock.pinned())
    .execute(&store.pool)
    .await?;
    notify::committed(notify::releases_changed(&store.pool, organization)).await;
    Ok(())
}
