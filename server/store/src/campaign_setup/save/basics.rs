//! Saving title, description, texting hours and zone.

use super::{BASICS_VERSION, lock};
use crate::audit::{self, Change};
use crate::time_zones::time_zone;
use crate::{Store, StoreError, notify};
use app::domain::{AuditAction, AuditActor, AuditSubject, CampaignId};
use app::error::AppError;
use app::field_errors::FieldErrors;
use app::ports::{CampaignBasics, SectionSave};
use const_format::formatcp;
use sentences::page;

/// The save, if nobody saved the section since it was loaded. What stands there already is saved once more: an answer
/// may have been lost. `$1` organization, `$2` campaign, `$3` version, `$4` title, `$5` and `$6` hours, `$7` zone, `$8` description.
pub(crate) const BASICS: &str = formatcp!(
    "update campaign ca
        set title = btrim($4), texting_from = $5::text::time, texting_until = $6::text::time,
            time_zone_id = $7, description = $8, settings_version = settings_version + 1
      where ca.organization_id = $1 and ca.id = $2
        and ($3 in ('', {BASICS_VERSION})
             or (ca.title, ca.texting_from, ca.texting_until, ca.time_zone_id, ca.description)
                = (btrim($4), $5::text::time, $6::text::time, $7, $8))"
);

/// Saves all of it.
#[tracing::instrument(name = "db.campaign.save_basics", skip_all, fields(%campaign))]
pub(in crate::campaign_setup) async fn basics(
    store: &Store,
    actor: AuditActor,
    campaign: CampaignId,
    save: &SectionSave,
    basics: &CampaignBasics,
) -> Result<(), StoreError> {
    let organization = actor.organization;
    let mut transaction = store.begin().await?;
    lock(&mut transaction, organization, campaign, save).await?;
    let Some(zone) = time_zone(&mut transaction, &basics.time_zone).await? else {
        let errors = FieldErrors::one("time_zone", page::time_zone_is_unknown());
        return Err(AppError::Fields(errors).into());
    };
    let saved = sqlx::query(BASICS)
        .bind(organization.0)
        .bind(campaign.0)
        .bind(&save.version.0)
        .bind(&basics.title)
        .bind(basics.texting_from.as_str())
        .bind(basics.texting_until.as_str())
        .bind(zone)
        .bind(&basics.description)
        .execute(&mut *transaction)
        .await?;
    if saved.rows_affected() != 1 {
        return Err(AppError::SavedMeanwhile.into());
    }
    let change = Change::new(
        AuditAction::CampaignBasicsSaved,
        AuditSubject::Campaign(campaign),
    );
    audit::record(&mut transaction, &store.clock, actor, change).await?;
    // Hours are what everybody's request form, timers and conversations hang on.
    notify::settings_changed(&mut *transaction, organization).await?;
    transaction.commit().await?;
    Ok(())
}
