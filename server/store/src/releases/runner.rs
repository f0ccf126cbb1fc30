//! From a release's next batch to its end.

use super::batch::{self, MAX_ATTEMPTS, Run};
use super::lease::{End, Lease};
use super::plan::{self, Slice};
use super::progress;
use crate::database::{RESPOND_WITHIN, answered};
use crate::{Store, StoreError};
use app::domain::ReleaseProgress;
use std::collections::VecDeque;
use std::time::Duration;

/// How long it waits before it attempts again what a lost connection or a blocked row broke off: eight seconds in all,
/// less than after which another server takes the release for abandoned.
const RETRY_DELAYS: [Duration; 5] = [
    Duration::from_millis(100),
    Duration::from_millis(400),
    Duration::from_millis(1_500),
    Duration::from_secs(2),
    Duration::from_secs(4),
];

/// How long planning may take: it reads all that is idle.
pub(super) const PLAN_TIMEOUT: Duration = Duration::from_secs(30);

/// Releases what there is left to release, and closes the row in the history.
///
/// # Errors
/// After a passing fault the release stays open, to be resumed here or by another server.
pub(super) async fn finish(store: &Store, run: &Run) -> Result<ReleaseProgress, StoreError> {
    let end = release_all(store, run).await;
    conclude(store, &run.lease, end).await
}

/// [`finish`], tried again after passing faults.
pub(super) async fn finish_with_retries(
    store: &Store,
    run: &Run,
) -> Result<ReleaseProgress, StoreError> {
    with_retries(&run.lease, || finish(store, run)).await
}

/// Works on a release or an undo until it has ended or trying again does not help for now.
pub(super) async fn with_retries<F>(
    lease: &Lease,
    mut attempt: impl FnMut() -> F,
) -> Result<ReleaseProgress, StoreError>
where
    F: Future<Output = Result<ReleaseProgress, StoreError>>,
{
    for delay in RETRY_DELAYS {
        match attempt().await {
            Err(error) if error.is_passing() => {
                tracing::warn!(%error, release = lease.release.0, ?delay, "a release was broken off and is tried again");
                tokio::time::sleep(delay).await;
            }
            ended => return ended,
        }
    }
    attempt().await
}

/// Closes the row by how the work ended; after a fault that passes by itself it stays open, so that the release is
/// resumed.
pub(super) async fn conclude(
    store: &Store,
    lease: &Lease,
    end: Result<End, StoreError>,
) -> Result<ReleaseProgress, StoreError> {
    let closed = match end {
        Ok(end) => answered(RESPOND_WITHIN, lease.close(store, end)).await?,
        Err(error) => {
            if !error.is_passing() {
                answered(RESPOND_WITHIN, lease.close(store, End::Failed)).await?;
            }
            return Err(error);
        }
    };
    if let Some(progress) = closed {
        return Ok(progress);
    }
    let progress = progress::of(store, lease.organization, lease.release);
    answered(RESPOND_WITHIN, progress).await
}

async fn release_all(store: &Store, run: &Run) -> Result<End, StoreError> {
    let organization = run.lease.organization;
    let slices = plan::slices(store, organization, Some(run.clock), &run.target);
    let slices = answered(PLAN_TIMEOUT, slices).await?;
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
    while let Some((mut batch, attempts)) = waiting.pop_front() {
        match answered(batch::BATCH_TIMEOUT, batch::release(store, run, &batch)).await {
            Ok(None) => {}
            Ok(Some(end)) => return Ok(end),
            Err(error) if error.is_contention() && (batch.len() > 1 || attempts < MAX_ATTEMPTS) => {
                answered(RESPOND_WITHIN, run.lease.heartbeat(store)).await?;
                if batch.len() > 1 {
                    let second = batch.split_off(batch.len() / 2);
                    waiting.push_front((second, attempts));
                    waiting.push_front((batch, attempts));
                } else {
                    waiting.push_front((batch, attempts + 1));
                }
            }
            Err(error) => return Err(error),
        }
    }
    Ok(End::Finished)
}
