//! What is set.

use crate::{StoreError, stored_word};
use app::domain::Admin;
use app::error::AppError;
use app::ports::{OrganizationSettings, SettingsPage};
use sqlx::PgExecutor;

/// The settings with their version.
#[tracing::instrument(name = "db.organization.settings", skip_all)]
pub(super) async fn page(
    executor: impl PgExecutor<'_>,
    viewer: &Admin,
) -> Result<SettingsPage, StoreError> {
    let row = sqlx::query!(
        r#"select o.name, left(o.texting_from::text, 5) as "texting_from!",
                left(o.texting_until::text, 5) as "texting_until!", zone.name as "time_zone?",
                o.shows_last_names, o.opt_out_goodbye, o.settings_version
           from organization o
           left join time_zone zone on zone.id = o.time_zone_id
          where o.id = $1"#,
        viewer.organization.0,
    )
    .fetch_optional(executor)
    .await?
    .ok_or(AppError::NotFound)?;
    Ok(SettingsPage {
        version: row.settings_version,
        settings: OrganizationSettings {
            name: row.name,
            texting_from: stored_word(&row.texting_from)?,
            texting_until: stored_word(&row.texting_until)?,
            time_zone: row.time_zone,
            shows_last_names: row.shows_last_names,
            opt_out_goodbye: row.opt_out_goodbye,
        },
    })
}
