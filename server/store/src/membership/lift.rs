//! The end of a suspension.

use super::lock::{lock, set_role};
use crate::audit::{self, Change};
use crate::database::{RESPOND_WITHIN, answered};
use crate::{Store, StoreError, notify};
use app::domain::{Admin, AuditAction, AuditSubject, MemberId, Role};
use app::error::AppError;
use sentences::page;

/// Lifts it, and gives the role that it leads to: the one before, which is none above the viewer's. What was released stays released, and the sessions stay ended.
pub(super) async fn lift(
    store: &Store,
    viewer: &Admin,
    member: MemberId,
) -> Result<Role, StoreError> {
    answered(RESPOND_WITHIN, lift_within(store, viewer, member)).await
}

#[tracing::instrument(name = "db.member.lift_suspension", skip_all, fields(%member))]
async fn lift_within(store: &Store, viewer: &Admin, member: MemberId) -> Result<Role, StoreError> {
    let mut transaction = store.begin().await?;
    let locked = lock(&mut transaction, viewer, member).await?;
    let role = locked.role_before;
    locked.check(role)?;
    if locked.role != Role::Suspended {
        return Err(AppError::Invalid(page::is_not_suspended().into()).into());
    }
    set_role(&mut transaction, viewer, member, Role::Suspended, role).await?;
    let event = Change::new(AuditAction::SuspensionLifted, AuditSubject::Member(member));
    let event = event.detail(role.as_str());
    audit::record(&mut transaction, &store.clock, viewer.actor(), event).await?;
    notify::settings_changed(&mut *transaction, viewer.organization).await?;
    transaction.commit().await?;
    Ok(role)
}
