//! A number that new conversations get again.

use crate::{Store, StoreError};
use app::domain::{Admin, PhoneNumber};
use app::error::AppError;

/// Takes it into use; nothing changes if it is.
///
/// # Errors
/// No such number.
#[tracing::instrument(name = "db.sending_number.use_again", skip_all)]
pub async fn use_again(
    store: &Store,
    viewer: &Admin,
    number: &PhoneNumber,
) -> Result<(), StoreError> {
    let used = sqlx::query!(
        "update sending_number set out_of_use_at = null where organization_id = $1 and number = $2",
        viewer.organization.0,
        number.as_str(),
    )
    .execute(&store.pool)
    .await?;
    match used.rows_affected() {
        1 => Ok(()),
        _ => Err(AppError::NotFound.into()),
    }
}
