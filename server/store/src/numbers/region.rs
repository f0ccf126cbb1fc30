//! The country by whose conventions numbers without a country code are read.

use crate::audit::{self, Change};
use crate::{Store, StoreError};
use app::domain::{Admin, AuditAction, AuditSubject, OrganizationId};
use app::error::AppError;

/// Its two letters.
///
/// # Errors
/// No such organization.
#[tracing::instrument(name = "db.organization.region", skip_all, fields(%organization))]
pub async fn region(store: &Store, organization: OrganizationId) -> Result<String, StoreError> {
    let region = sqlx::query_scalar!(
        "select region from organization where id = $1",
        organization.0,
    )
    .fetch_optional(&store.pool)
    .await?;
    Ok(region.ok_or(AppError::NotFound)?)
}

/// Sets it. `region` is one that the caller knows; the schema takes any two letters.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.organization.save_region", skip_all)]
pub async fn save_region(store: &Store, viewer: &Admin, region: &str) -> Result<(), StoreError> {
    let mut transaction = store.begin().await?;
    let saved = sqlx::query!(
        "update organization set region = $2 where id = $1",
        viewer.organization.0,
        region,
    )
    .execute(&mut *transaction)
    .await?;
    if saved.rows_affected() != 1 {
        return Err(AppError::NotFound.into());
    }
    let change = Change::new(AuditAction::RegionSaved, AuditSubject::Organization).detail(region);
    audit::record(&mut transaction, &store.clock, viewer.actor(), change).await?;
    transaction.commit().await?;
    Ok(())
}
