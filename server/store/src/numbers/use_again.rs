//! A sender that new conversations get again.

use crate::audit::{self, Change};
use crate::{Store, StoreError};
use app::domain::{Admin, AuditAction, AuditSubject, Sender};
use app::error::AppError;

/// Takes it into use; nothing changes if it is.
///
/// # Errors
/// No such sender.
#[tracing::instrument(name = "db.sending_number.use_again", skip_all)]
pub async fn use_again(store: &Store, viewer: &Admin, sender: &Sender) -> Result<(), StoreError> {
    let mut transaction = store.begin().await?;
    let used = sqlx::query!(
        "update sending_number set out_of_use_at = null where organization_id = $1 and number = $2",
        viewer.organization.0,
        sender.as_str(),
    )
    .execute(&mut *transaction)
    .await?;
    if used.rows_affected() != 1 {
        return Err(AppError::NotFound.into());
    }
    let change = Change::new(AuditAction::NumberUsedAgain, AuditSubject::Organization);
    let change = change.detail(sender.as_str());
    audit::record(&mut transaction, &store.clock, viewer.actor(), change).await?;
    transaction.commit().await?;
    Ok(())
}
