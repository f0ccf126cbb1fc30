//! The release of what a suspended member still holds.

use super::lock::lock;
use crate::database::{RESPOND_WITHIN, answered};
use crate::releases::{self, target::Target};
use crate::{Store, StoreError};
use app::domain::{Admin, MemberId, ReleaseProgress, Role};
use app::error::AppError;
use sentences::page;

/// Releases it, as a suspension does: what was left with them then, or has come back to them since. `None`: there is
/// nothing. The member is locked while the release is written into the history, so that a suspension which is lifted at
/// that moment is lifted before it, and refuses it, or after it.
pub(super) async fn release_held(
    store: &Store,
    viewer: &Admin,
    member: MemberId,
) -> Result<Option<ReleaseProgress>, StoreError> {
    let ordered = answered(RESPOND_WITHIN, order_within(store, viewer, member)).await?;
    match ordered {
        Some(ordered) => Ok(Some(ordered.run(store).await?)),
        None => Ok(None),
    }
}

#[tracing::instrument(name = "db.member.release_held", skip_all, fields(%member))]
async fn order_within(
    store: &Store,
    viewer: &Admin,
    member: MemberId,
) -> Result<Option<releases::Ordered>, StoreError> {
    let target = Target::Suspended(member);
    let clock = store.clock.pinned();
    let tally = releases::tally(store, viewer.organization, clock, &target).await?;
    let mut transaction = store.begin().await?;
    let locked = lock(&mut transaction, viewer, member).await?;
    if locked.actor < Role::Admin {
        return Err(AppError::NotAllowed.into());
    }
    if locked.role != Role::Suspended {
        return Err(AppError::Invalid(page::is_not_suspended().into()).into());
    }
    if tally.conversations == 0 {
        return Ok(None);
    }
    let ordered = releases::order(store, &mut transaction, viewer, target, &tally).await?;
    transaction.commit().await?;
    Ok(Some(ordered))
}
