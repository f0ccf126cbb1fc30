//! A suspension, and the release of what the member holds.

use super::lock::{lock, set_role};
use super::pending_request::{deny_pending_request, lock_pending_request};
use crate::audit::{self, Change};
use crate::database::{RESPOND_WITHIN, answered};
use crate::releases::{self, target::Target};
use crate::{Store, StoreError, notify};
use app::domain::{Admin, AuditAction, AuditSubject, MemberId, ReleaseProgress, Role};
use app::error::AppError;
use app::ports::Suspension;
use sentences::page;
use sqlx::PgConnection;

/// Suspends a member, ends the links that they made, and denies the request that they wait for. The row of the release is
/// written in the same transaction: if the server ends behind the commit, another one finishes the release. It runs behind
/// the commit, when nothing can be handed out to the member any more.
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
    lock_pending_request(&mut transaction, viewer, member).await?;
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
    end_links(&mut transaction, store, viewer, member).await?;
    deny_pending_request(&mut transaction, store, viewer, member).await?;
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

/// Ends the links that the member made: they are not to work again when the suspension is lifted. The member is locked,
/// so that whoever makes one or joins by one did so before, or finds them suspended.
#[tracing::instrument(name = "db.member.end_links", skip_all, fields(%member))]
async fn end_links(
    transaction: &mut PgConnection,
    store: &Store,
    viewer: &Admin,
    member: MemberId,
) -> Result<(), StoreError> {
    sqlx::query!(
        "update invite
            set revoked_at = now.at
           from (select coalesce($3, statement_timestamp()) as at) now
          where organization_id = $1 and created_by = $2 and revoked_at is null and expires_at > now.at",
        viewer.organization.0,
        member.0,
        store.clock.pinned(),
    )
    .execute(&mut *transaction)
    .await?;
    sqlx::query!(
        "delete from password_reset where made_by_organization = $1 and made_by = $2",
        viewer.organization.0,
        member.0,
    )
    .execute(transaction)
    .await?;
    Ok(())
}
