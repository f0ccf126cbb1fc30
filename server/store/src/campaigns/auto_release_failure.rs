//! How the engine fares with a campaign.

use crate::{Store, StoreError, Transaction, notify};
use app::domain::{CampaignId, OrganizationId};
use std::time::Duration;

/// Notes that an automatic release failed, and when it is tried again: `wait` says how long after this
/// attempt, counted from 1. Of two servers that failed at once, one is counted.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.campaign.auto_release_failed", skip_all, fields(%campaign))]
pub async fn auto_release_failed(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
    error: &str,
    wait: impl Fn(i16) -> Duration + Send,
) -> Result<(), StoreError> {
    let mut transaction = store.begin().await?;
    let attempts: Option<i16> = sqlx::query_scalar!(
        "select auto_release_attempts
           from campaign
          where organization_id = $1 and id = $2
            and (auto_release_retry_at is null
                 or auto_release_retry_at <= coalesce($3, statement_timestamp()))
            for no key update",
        organization.0,
        campaign.0,
        store.clock.pinned(),
    )
    .fetch_optional(&mut *transaction)
    .await?;
    let Some(attempt) = attempts.map(|before| before.saturating_add(1)) else {
        return Ok(());
    };
    sqlx::query!(
        "update campaign
            set auto_release_attempts = $3,
                auto_release_error = $4,
                auto_release_retry_at = coalesce($5, statement_timestamp()) + make_interval(secs => $6)
          where organization_id = $1 and id = $2",
        organization.0,
        campaign.0,
        attempt,
        error,
        store.clock.pinned(),
        wait(attempt).as_secs_f64(),
    )
    .execute(&mut *transaction)
    .await?;
    notify_and_commit(transaction, organization, campaign).await
}

/// Forgets earlier failures, if there are any: something was released.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.campaign.auto_release_succeeded", skip_all, fields(%campaign))]
pub async fn auto_release_succeeded(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
) -> Result<(), StoreError> {
    let mut transaction = store.begin().await?;
    let cleared = sqlx::query!(
        "update campaign
            set auto_release_attempts = 0,
                auto_release_error = null,
                auto_release_retry_at = null
          where organization_id = $1 and id = $2 and auto_release_error is not null",
        organization.0,
        campaign.0,
    )
    .execute(&mut *transaction)
    .await?;
    if cleared.rows_affected() == 0 {
        return Ok(());
    }
    notify_and_commit(transaction, organization, campaign).await
}

/// The campaign's row says how it fares.
async fn notify_and_commit(
    mut transaction: Transaction,
    organization: OrganizationId,
    campaign: CampaignId,
) -> Result<(), StoreError> {
    notify::campaigns_changed(&mut *transaction, organization, &[campaign]).await?;
    transaction.commit().await?;
    Ok(())
}
