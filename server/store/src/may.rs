//! Who may. The app has asked already; what writes or tells asks again.

use super::StoreError;
use app::domain::Viewer;
use app::error::AppError;

/// Admins and owners.
pub(super) fn administer(viewer: &Viewer) -> Result<(), StoreError> {
    if viewer.role.may_administer() {
        Ok(())
    } else {
        Err(AppError::NotAllowed.into())
    }
}
