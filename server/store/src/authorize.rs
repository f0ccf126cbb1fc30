//! Authorization. The app has asked already; what writes or notifies asks again.

use super::StoreError;
use app::domain::Viewer;
use app::error::AppError;

/// The permission of admins and owners.
///
/// # Errors
/// [`AppError::NotAllowed`].
pub(super) fn admin(viewer: &Viewer) -> Result<(), StoreError> {
    allowed(viewer.role.may_administer())
}

/// The permission to decide on requests for texts.
///
/// # Errors
/// [`AppError::NotAllowed`].
pub(super) fn decider(viewer: &Viewer) -> Result<(), StoreError> {
    allowed(viewer.role.may_decide())
}

fn allowed(allowed: bool) -> Result<(), StoreError> {
    if allowed {
        Ok(())
    } else {
        Err(AppError::NotAllowed.into())
    }
}
