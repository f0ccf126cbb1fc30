//! The country by whose conventions numbers without a country code are read.

use crate::audit::{self, Change, Differences};
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

/// Sets it, if it still is what it `was`; nothing happens if it is the same. `region` is one that the caller knows; the
/// schema takes any two letters.
///
/// # Errors
/// Somebody else saved another one since.
#[tracing::instrument(name = "db.organization.save_region", skip_all)]
pub async fn save_region(
    store: &Store,
    viewer: &Admin,
    was: &str,
    region: &str,
) -> Result<(), StoreError> {
    let mut transaction = store.begin().await?;
    let now = sqlx::query_scalar!(
        "select region from organization where id = $1 for no key update",
        viewer.organization.0,
    );
    let now = now.fetch_optional(&mut *transaction).await?;
    let now = now.ok_or(AppError::NotFound)?;
    if now == region {
        return Ok(());
    }
    if now != was {
        return Err(AppError::SavedMeanwhile.into());
    }
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
    let mut differences = Differences::default();
    differences.note("region", &now, region);
    let change = Change::new(AuditAction::RegionSaved, AuditSubject::Organization);
    let change = change.detail(differences.detail());
    audit::record(&mut transaction, &store.clock, viewer.actor(), change).await?;
    transaction.commit().await?;
    Ok(())
}
