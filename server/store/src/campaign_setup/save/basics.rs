//! Saving title, description, texting hours and zone.

use super::{BASICS_VERSION, lock};
use crate::audit::{self, Change, Differences};
use crate::clock::Clock;
use crate::time_zones::time_zone;
use crate::{Store, StoreError, notify};
use app::domain::{AuditAction, AuditActor, AuditSubject, CampaignId};
use app::error::AppError;
use app::field_errors::FieldErrors;
use app::ports::{CampaignBasics, SectionSave};
use const_format::formatcp;
use sentences::page;
use sqlx::PgConnection;

/// The save, if nobody saved the section since it was loaded. `$1` organization, `$2` campaign, `$3` version, `$4` title, `$5` and `$6` hours, `$7` zone, `$8` description.
pub(crate) const BASICS: &str = formatcp!(
    "update campaign ca
        set title = btrim($4), texting_from = $5::text::time, texting_until = $6::text::time,
            time_zone_id = $7, description = $8, settings_version = settings_version + 1
      where ca.organization_id = $1 and ca.id = $2
        and $3 in ('', {BASICS_VERSION})"
);

/// Saves all of it.
pub(in crate::campaign_setup) async fn basics(
    store: &Store,
    actor: AuditActor,
    campaign: CampaignId,
    save: &SectionSave,
    basics: &CampaignBasics,
) -> Result<(), StoreError> {
    let mut transaction = store.begin().await?;
    let (tx, clock) = (&mut transaction, &store.clock);
    basics_within(tx, clock, actor, campaign, save, basics).await?;
    transaction.commit().await?;
    Ok(())
}

/// Saves all of it in the caller's transaction.
#[tracing::instrument(name = "db.campaign.save_basics", skip_all, fields(%campaign))]
pub(super) async fn basics_within(
    tx: &mut PgConnection,
    clock: &Clock,
    actor: AuditActor,
    campaign: CampaignId,
    save: &SectionSave,
    basics: &CampaignBasics,
) -> Result<(), StoreError> {
    let organization = actor.organization;
    lock(tx, organization, campaign, save).await?;
    let Some(zone) = time_zone(tx, &basics.time_zone).await? else {
        let errors = FieldErrors::one("time_zone", page::time_zone_is_unknown());
        return Err(AppError::Fields(errors).into());
    };
    // Nothing is saved of what stands there already, whoever saved it: an answer may have been lost.
    let before = sqlx::query!(
        r#"select (ca.title, ca.texting_from, ca.texting_until, ca.time_zone_id, ca.description)
                  = (btrim($3), $4::text::time, $5::text::time, $6, $7) as "stands!",
                  ca.title, ca.description, left(ca.texting_from::text, 5) as "texting_from!",
                  left(ca.texting_until::text, 5) as "texting_until!", zone.name as zone,
                  (select name from time_zone where id = $6) as "zone_after!"
           from campaign ca
           join time_zone zone on zone.id = ca.time_zone_id
          where ca.organization_id = $1 and ca.id = $2"#,
        organization.0,
        campaign.0,
        &basics.title,
        basics.texting_from.as_str(),
        basics.texting_until.as_str(),
        zone,
        &basics.description,
    );
    let before = before.fetch_one(&mut *tx).await?;
    if before.stands {
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
        .execute(&mut *tx)
        .await?;
    if saved.rows_affected() != 1 {
        return Err(AppError::SavedMeanwhile.into());
    }
    let mut differences = Differences::default();
    differences.note("title", &before.title, basics.title.trim());
    differences.note_text("description", &before.description, &basics.description);
    let (from, until) = (&basics.texting_from, &basics.texting_until);
    differences.note("texting_begins", &before.texting_from, from.as_str());
    differences.note("texting_ends", &before.texting_until, until.as_str());
    differences.note("campaign_time_zone", &before.zone, &before.zone_after);
    let change = Change::new(
        AuditAction::CampaignBasicsSaved,
        AuditSubject::Campaign(campaign),
    );
    let change = change.detail(differences.detail());
    audit::record(tx, clock, actor, change).await?;
    // Hours are what everybody's request form, timers and conversations hang on.
    notify::settings_changed(tx, organization).await?;
    Ok(())
}
