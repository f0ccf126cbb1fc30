//! Saving the Autoassign Mode window.

use super::autoassign_before::AutoassignBefore;
use crate::audit::{self, Change};
use crate::{Store, StoreError, notify};
use app::domain::{AuditAction, AuditActor, AuditSubject, AutoassignMode, CampaignId};
use app::error::AppError;

/// Saves both switches, if nobody did since `version`. What failed by the settings before says nothing
/// about these, so it is forgotten. The engine hears of it, and every open page: the countdowns of all who hold
/// something on this campaign have changed.
#[tracing::instrument(name = "db.campaign.save_autoassign", skip_all, fields(%campaign))]
pub(super) async fn save(
    store: &Store,
    actor: AuditActor,
    campaign: CampaignId,
    version: i32,
    mode: AutoassignMode,
) -> Result<(), StoreError> {
    let organization = actor.organization;
    let mut transaction = store.begin().await?;
    let before = AutoassignBefore::lock(&mut transaction, organization, campaign).await?;
    // The version in the `where`: of two admins who save at once, the second one changes no row.
    let saved = sqlx::query!(
        "update campaign
            set auto_assign = $4,
                auto_release_minutes = $5,
                autoassign_version = autoassign_version + 1,
                auto_release_attempts = 0,
                auto_release_error = null,
                auto_release_retry_at = null
          where organization_id = $1 and id = $2 and autoassign_version = $3",
        organization.0,
        campaign.0,
        version,
        mode.auto_assign,
        mode.auto_release
            .map(|interval| interval.minutes().cast_signed()),
    )
    .execute(&mut *transaction)
    .await?;
    if saved.rows_affected() != 1 {
        return Err(AppError::SavedMeanwhile.into());
    }
    let differences = before.differences(mode.into());
    let change = Change::new(
        AuditAction::AutoassignSaved,
        AuditSubject::Campaign(campaign),
    );
    let change = change.detail(differences.detail());
    audit::record(&mut transaction, &store.clock, actor, change).await?;
    notify::settings_changed(&mut *transaction, organization).await?;
    transaction.commit().await?;
    Ok(())
}
