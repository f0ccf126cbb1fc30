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

/// The save, if nobody saved the section since it was loaded. `$1` organization, `$2` campaign, `$3` version, `$4` title, `$5` and `$6` hours, `$7` zone, `$8` description.
pub(crate) const BASICS: &str = formatcp!(
    "update campaign ca
        set title = btrim($4), texting_from = $5::text::time, texting_until = $6::text::time,
            time_zone_id = $7, description = $8, settings_version = settings_version + 1
      where ca.organization_id = $1 and ca.id = $2
        and $3 in ('', {BASICS_VERSION})"
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
    // Nothing is saved of what stands there already, whoever saved it: an answer may have been lost.
    let stands = sqlx::query_scalar!(
        r#"select (title, texting_from, texting_until, time_zone_id, description)
                  = (btrim($3), $4::text::time, $5::text::time, $6, $7) as "stands!"
           from campaign where organization_id = $1 and id = $2"#,
        organization.0,
        campaign.0,
        &basics.title,
        basics.texting_from.as_str(),
        basics.texting_until.as_str(),
        zone,
        &basics.description,
    );
    if stands.fetch_one(&mut *transaction).await? {
        return Ok(());
    }
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
