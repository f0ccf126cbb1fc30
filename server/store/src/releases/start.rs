//! A release by hand, from its first row in the history to its last batch.

use super::batch::Run;
use super::insert::{NewRelease, insert};
use super::lease::Lease;
use super::plan::BATCH_ROWS;
use super::preview::{Tally, tally};
use super::progress;
use super::runner::finish_with_retries;
use super::target::Target;
use crate::audit::{self, Change};
use crate::{Store, StoreError, notify};
use app::domain::{AuditAction, AuditSubject, ReleaseProgress, Viewer};
use sqlx::PgConnection;
use std::time::Duration;
use tokio::time::timeout;

/// How long a caller waits before the answer is the progress so far; the work goes on.
const RESPOND_WITHIN: Duration = Duration::from_secs(1);

/// How much longer, if it is one batch, of which there is no progress to show. On some pages the answer is all that
/// ever says what came of it.
const RESPOND_FOR_ONE_BATCH_WITHIN: Duration = Duration::from_secs(7);

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
    let ordered = order(store, &mut transaction, viewer, target, &tally).await?;
    transaction.commit().await?;
    ordered.run(store).await
}

/// A release that stands in the history as running. Once that is committed it happens: here, or on another server if
/// this one ends.
#[must_use = "a release that is not run waits until another server takes it for abandoned"]
pub(crate) struct Ordered(Run);

/// Writes a release into the history, in the caller's transaction.
pub(crate) async fn order(
    store: &Store,
    transaction: &mut PgConnection,
    viewer: &Viewer,
    target: Target,
    tally: &Tally,
) -> Result<Ordered, StoreError> {
    let new = NewRelease {
        organization: viewer.organization,
        actor: Some(viewer.member),
        terms: (&target).into(),
        expected: tally.conversations,
        left_out: &tally.left_out,
    };
    let inserted = insert(transaction, store.clock.pinned(), &new).await?;
    let run = Run {
        lease: inserted.lease,
        actor: new.actor,
        target,
        clock: inserted.clock,
    };
    let subject = AuditSubject::Release(run.lease.release);
    let change = Change::new(AuditAction::ReleaseStarted, subject);
    audit::record(transaction, &store.clock, viewer.actor(), change).await?;
    notify::releases_changed(transaction, viewer.organization).await?;
    Ok(Ordered(run))
}

impl Ordered {
    /// Runs it, behind the commit of its transaction.
    pub(crate) async fn run(self, store: &Store) -> Result<ReleaseProgress, StoreError> {
        let Self(run) = self;
        let lease = run.lease;
        let worker = store.clone();
        let work = async move { finish_with_retries(&worker, &run).await };
        spawn_and_report(store, &lease, work).await
    }
}

/// Sees the work through as a task of its own; answers when it is done, or with how far it is after a
/// moment. What fails after that is in the log and in the history.
pub(super) async fn spawn_and_report(
    store: &Store,
    lease: &Lease,
    work: impl Future<Output = Result<ReleaseProgress, StoreError>> + Send + 'static,
) -> Result<ReleaseProgress, StoreError> {
    let (done, mut answer) = tokio::sync::oneshot::channel();
    let (organization, release) = (lease.organization, lease.release);
    tokio::spawn(async move {
        let ended = work.await;
        if let Err(error) = &ended {
            tracing::error!(%error, release = release.0, "a release did not come to its end on this server");
        }
        // Nobody waits any more: it is in the history.
        let _ = done.send(ended);
    });
    let answered = match timeout(RESPOND_WITHIN, &mut answer).await {
        Ok(answered) => Ok(answered),
        Err(_) => {
            let progress = progress::of(store, organization, release).await?;
            if i64::from(progress.expected) > BATCH_ROWS {
                return Ok(progress);
            }
            timeout(RESPOND_FOR_ONE_BATCH_WITHIN, answer).await
        }
    };
    match answered {
        Ok(Ok(ended)) => ended,
        Ok(Err(error)) => Err(StoreError::Interrupted(error.to_string())),
        Err(_) => progress::of(store, organization, release).await,
    }
}
