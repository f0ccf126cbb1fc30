//! A sender that new conversations get again.

use crate::audit::{self, Change};
use crate::{Store, StoreError};
use app::domain::{Admin, AuditAction, AuditSubject, Sender};
use app::error::AppError;

/// Takes it into use; nothing happens if it is.
///
/// # Errors
/// No such sender.
#[tracing::instrument(name = "db.sending_number.use_again", skip_all)]
pub async fn use_again(store: &Store, viewer: &Admin, sender: &Sender) -> Result<(), StoreError> {
    let mut transaction = store.begin().await?;
    let is_in_use = sqlx::query_scalar!(
        r#"select out_of_use_at is null as "is_in_use!"
             from sending_number
            where organization_id = $1 and number = $2
              for no key update"#,
        viewer.organization.0,
        sender.as_str(),
    );
    let is_in_use = is_in_use.fetch_optional(&mut *transaction).await?;
    if is_in_use.ok_or(AppError::NotFound)? {
        return Ok(());
    }
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
