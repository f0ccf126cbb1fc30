//! A suspension, and the release of what the member holds.

use super::lock::{lock, set_role};
use crate::audit::{self, Change};
use crate::database::{RESPOND_WITHIN, answered};
use crate::releases::{self, target::Target};
use crate::{Store, StoreError, notify};
use app::domain::{Admin, AuditAction, AuditSubject, ReleaseProgress, Role};
use app::error::AppError;
use app::ports::Suspension;
use sentences::page;

/// Suspends a member. The row of the release is written in the same transaction: if the server ends behind the commit,
/// another one finishes the release. It runs behind the commit, when nothing can be handed out to the member any more.
pub(super) async fn suspend(
    store: &Store,
    viewer: &Admin,
    suspension: Suspension,
) -> Result<Option<ReleaseProgress>, StoreError> {
    let ordered = answered(RESPOND_WITHIN, suspend_within(store, viewer, suspension)).await?;
    match ordered {
        Some(ordered) => Ok(Some(ordered.run(store).await?)),
        None => Ok(None),
    }
}

#[tracing::instrument(name = "db.member.suspend", skip_all, fields(member = %suspension.member))]
pub(super) async fn suspend_within(
    store: &Store,
    viewer: &Admin,
    suspension: Suspension,
) -> Result<Option<releases::Ordered>, StoreError> {
    let member = suspension.member;
    let target = Target::Suspended(member);
    let clock = store.clock.pinned();
    let tally = releases::tally(store, viewer.organization, clock, &target).await?;
    let mut transaction = store.begin().await?;
    let locked = lock(&mut transaction, viewer, member).await?;
    locked.check(Role::Suspended)?;
    if locked.role == Role::Suspended {
        return Err(AppError::Invalid(page::is_suspended_already().into()).into());
    }
    if locked.role != suspension.was {
        return Err(AppError::SavedMeanwhile.into());
    }
    set_role(
        &mut transaction,
        viewer,
        member,
        suspension.was,
        Role::Suspended,
    )
    .await?;
    let event = Change::new(AuditAction::MemberSuspended, AuditSubject::Member(member));
    audit::record(&mut transaction, &store.clock, viewer.actor(), event).await?;
    let ordered = if suspension.and_release {
        Some(releases::order(store, &mut transaction, viewer, target, &tally).await?)
    } else {
        None
    };
    notify::settings_changed(&mut *transaction, viewer.organization).await?;
    transaction.commit().await?;
    Ok(ordered)
}
