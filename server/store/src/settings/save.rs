//! Saving the settings.

use crate::audit::{self, Change, Differences};
use crate::time_zones::time_zone;
use crate::{Store, StoreError, notify};
use app::domain::{Admin, AuditAction, AuditSubject};
use app::error::AppError;
use app::field_errors::FieldErrors;
use app::ports::OrganizationSettings;
use sentences::page;

/// Saves all of it, if nobody did since `version`; open pages are told to look.
#[tracing::instrument(name = "db.organization.save_settings", skip_all)]
pub(super) async fn save(
    store: &Store,
    viewer: &Admin,
    version: i32,
    settings: &OrganizationSettings,
) -> Result<(), StoreError> {
    let mut transaction = store.begin().await?;
    let zone = match &settings.time_zone {
        None => None,
        Some(name) => match time_zone(&mut transaction, name).await? {
            Some(zone) => Some(zone),
            None => {
                let errors = FieldErrors::one("time_zone", page::time_zone_is_unknown());
                return Err(AppError::Fields(errors).into());
            }
        },
    };
    // Of the version that is saved over, or nothing is saved.
    let before = super::page::page(&mut *transaction, viewer).await?.settings;
    // The version in the `where`: of two admins who save at once, the second one changes no row.
    let saved = sqlx::query!(
        "update organization
            set name = $3,
                texting_from = $4::text::time,
                texting_until = $5::text::time,
                time_zone_id = $6,
                shows_last_names = $7,
                opt_out_goodbye = $8,
                settings_version = settings_version + 1
          where id = $1 and settings_version = $2",
        viewer.organization.0,
        version,
        settings.name.trim(),
        settings.texting_from.as_str(),
        settings.texting_until.as_str(),
        zone,
        settings.shows_last_names,
        settings.opt_out_goodbye,
    )
    .execute(&mut *transaction)
    .await?;
    if saved.rows_affected() != 1 {
        return Err(AppError::SavedMeanwhile.into());
    }
    let differences = differences(&before, settings);
    let change = Change::new(AuditAction::SettingsSaved, AuditSubject::Organization);
    let change = change.detail(differences.detail());
    audit::record(&mut transaction, &store.clock, viewer.actor(), change).await?;
    notify::settings_changed(&mut *transaction, viewer.organization).await?;
    transaction.commit().await?;
    Ok(())
}

fn differences(before: &OrganizationSettings, after: &OrganizationSettings) -> Differences {
    let mut differences = Differences::default();
    differences.note("name", &before.name, after.name.trim());
    for (field, before, after) in [
        ("texting_from", &before.texting_from, &after.texting_from),
        ("texting_until", &before.texting_until, &after.texting_until),
    ] {
        differences.note(field, before.as_str(), after.as_str());
    }
    differences.note_option(
        "time_zone",
        before.time_zone.as_ref(),
        after.time_zone.as_ref(),
    );
    differences.note_switch(
        "shows_last_names",
        before.shows_last_names,
        after.shows_last_names,
    );
    differences.note(
        "opt_out_goodbye",
        &before.opt_out_goodbye,
        &after.opt_out_goodbye,
    );
    differences
}
