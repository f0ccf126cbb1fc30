//! Another role for a member.

use super::lock::{lock, set_role};
use crate::audit::{self, Change};
use crate::database::{RESPOND_WITHIN, answered};
use crate::{Store, StoreError, notify};
use app::domain::{Admin, AuditAction, AuditSubject, Role};
use app::error::AppError;
use app::ports::NewRole;
use sentences::page;

/// Gives a member another role, if the table allows it and it is still what the page showed.
pub(super) async fn change_role(
    store: &Store,
    viewer: &Admin,
    change: NewRole,
) -> Result<(), StoreError> {
    answered(RESPOND_WITHIN, change_within(store, viewer, change)).await
}

#[tracing::instrument(name = "db.member.change_role", skip_all, fields(member = %change.member))]
async fn change_within(store: &Store, viewer: &Admin, change: NewRole) -> Result<(), StoreError> {
    if change.role == Role::Suspended || change.was == Role::Suspended {
        return Err(AppError::Invalid(page::suspensions_have_their_own_page().into()).into());
    }
    let mut transaction = store.begin().await?;
    let locked = lock(&mut transaction, viewer, change.member).await?;
    locked.check(change.role)?;
    if locked.role != change.was {
        return Err(AppError::SavedMeanwhile.into());
    }
    if change.role != change.was {
        set_role(
            &mut transaction,
            viewer,
            change.member,
            change.was,
            change.role,
        )
        .await?;
        let event = Change::new(
            AuditAction::RoleChanged,
            AuditSubject::Member(change.member),
        );
        let detail = format!("{} → {}", change.was, change.role);
        let event = event.detail(&detail);
        audit::record(&mut transaction, &store.clock, viewer.actor(), event).await?;
        notify::settings_changed(&mut *transaction, viewer.organization).await?;
    }
    transaction.commit().await?;
    Ok(())
}
