//! A release by hand, from its first row in the history to its last batch.

use super::insert::{NewRelease, insert};
use super::lease::Lease;
use super::preview::tally;
use super::progress;
use super::runner::finish_with_retries;
use super::target::Target;
use crate::{Store, StoreError, notify};
use app::domain::{ReleaseProgress, Viewer};
use std::time::Duration;

/// How long a caller waits before the answer is the progress so far; the work goes on.
const RESPOND_WITHIN: Duration = Duration::from_secs(1);

/// Releases what a target names, for the viewer. The work is a task of its own, so that it goes on when
/// the caller goes away.
pub(super) async fn start(
    store: &Store,
    viewer: &Viewer,
    target: Target,
) -> Result<ReleaseProgress, StoreError> {
    let now = store.clock.pinned();
    let tally = tally(store, viewer.organization, now, &target).await?;
    let mut transaction = store.begin().await?;
    let new = NewRelease {
        organization: viewer.organization,
        actor: Some(viewer.member),
        target,
        expected: tally.conversations,
        left_out: &tally.left_out,
    };
    let run = insert(&mut transaction, now, &new).await?;
    notify::releases_changed(&mut *transaction, viewer.organization).await?;
    transaction.commit().await?;
    let lease = run.lease;
    let worker = store.clone();
    let work = async move { finish_with_retries(&worker, &run).await };
    spawn_and_report(store, &lease, work).await
}

/// Sees the work through as a task of its own; answers when it is done, or with how far it is after a
/// moment. What fails after that is in the log and in the history.
pub(super) async fn spawn_and_report(
    store: &Store,
    lease: &Lease,
    work: impl Future<Output = Result<ReleaseProgress, StoreError>> + Send + 'static,
) -> Result<ReleaseProgress, StoreError> {
    let (done, answer) = tokio::sync::oneshot::channel();
    let (organization, release) = (lease.organization, lease.release);
    tokio::spawn(async move {
        let ended = work.await;
        if let Err(error) = &ended {
            tracing::error!(%error, release = release.0, "a release did not come to its end on this server");
        }
        // Nobody waits any more: it is in the history.
        let _ = done.send(ended);
    });
    match tokio::time::timeout(RESPOND_WITHIN, answer).await {
        Ok(Ok(ended)) => ended,
        Ok(Err(error)) => Err(StoreError::Interrupted(error.to_string())),
        Err(_) => progress::of(store, organization, release).await,
    }
}
