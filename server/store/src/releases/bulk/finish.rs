//! A bulk action from its next batch to its end.

use super::batch::batches;
use super::run::BulkRun;
use super::view::view;
use crate::releases::lease::Lease;
use crate::releases::runner::{conclude, with_retries};
use crate::{Store, StoreError};
use app::domain::{BulkActionId, MemberId, ReleaseProgress};

/// A bulk action that was taken over, of which the release knows only its row.
pub(in crate::releases) async fn resumed(
    store: &Store,
    lease: Lease,
    action: BulkActionId,
    actor: MemberId,
) -> Result<BulkRun, StoreError> {
    let change = view(store, lease.organization, action).await?;
    Ok(BulkRun {
        lease,
        actor,
        action,
        change: change.subject.change,
    })
}

/// Changes what there is left to change, and closes the row in the history.
pub(in crate::releases) async fn finish(
    store: &Store,
    run: &BulkRun,
) -> Result<ReleaseProgress, StoreError> {
    let end = batches(store, run).await;
    conclude(store, &run.lease, end).await
}

/// [`finish`], tried again after passing faults.
pub(super) async fn finish_with_retries(
    store: &Store,
    run: &BulkRun,
) -> Result<ReleaseProgress, StoreError> {
    with_retries(&run.lease, || finish(store, run)).await
}
