//! Saving a part of a campaign's page.

use crate::{Store, StoreError, notify};
use app::domain::{CampaignId, OrganizationId, TeamId};
use app::error::AppError;
use app::field_errors::FieldErrors;
use chrono::NaiveDate;
use sqlx::PgConnection;

/// Saves script and due date, if nobody saved the page since `version`. What runs is not left without a
/// script.
#[tracing::instrument(name = "db.campaign.save_script", skip_all, fields(%campaign))]
pub(super) async fn script(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
    version: i32,
    script: &str,
    due_on: Option<NaiveDate>,
) -> Result<(), StoreError> {
    let mut transaction = store.begin().await?;
    let started = lock(&mut transaction, organization, campaign, version).await?;
    if started && script.trim().is_empty() {
        let sentence = "This campaign is launched, so it needs a script.";
        return Err(AppError::Fields(FieldErrors::one("script", sentence)).into());
    }
    sqlx::query!(
        "update campaign
            set script = $3, due_on = $4, settings_version = settings_version + 1
          where organization_id = $1 and id = $2",
        organization.0,
        campaign.0,
        script,
        due_on,
    )
    .execute(&mut *transaction)
    .await?;
    notify::campaigns_changed(&mut *transaction, organization, &[campaign]).await?;
    transaction.commit().await?;
    Ok(())
}

/// Saves which teams draw from it, if nobody saved the page since `version`.
#[tracing::instrument(name = "db.campaign.save_teams", skip_all, fields(%campaign))]
pub(super) async fn teams(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
    version: i32,
    restricted: bool,
    teams: &[TeamId],
) -> Result<(), StoreError> {
    let ids: Vec<i64> = teams.iter().map(|team| team.0).collect();
    let mut transaction = store.begin().await?;
    lock(&mut transaction, organization, campaign, version).await?;
    sqlx::query!(
        "delete from team_campaign
          where organization_id = $1 and campaign_id = $2 and team_id <> all($3)",
        organization.0,
        campaign.0,
        &ids,
    )
    .execute(&mut *transaction)
    .await?;
    sqlx::query!(
        "insert into team_campaign (organization_id, team_id, campaign_id)
         select $1, t.id, $2 from team t where t.organization_id = $1 and t.id = any($3)
         on conflict do nothing",
        organization.0,
        campaign.0,
        &ids,
    )
    .execute(&mut *transaction)
    .await?;
    let chosen: i64 = sqlx::query_scalar!(
        r#"select count(*) as "count!" from team_campaign where organization_id = $1 and campaign_id = $2"#,
        organization.0,
        campaign.0,
    )
    .fetch_one(&mut *transaction)
    .await?;
    // A team that is not there: another organization's, or deleted.
    if chosen != ids.len() as i64 {
        return Err(AppError::NotFound.into());
    }
    sqlx::query!(
        "update campaign
            set team_restricted = $3, settings_version = settings_version + 1
          where organization_id = $1 and id = $2",
        organization.0,
        campaign.0,
        restricted,
    )
    .execute(&mut *transaction)
    .await?;
    notify::settings_changed(&mut *transaction, organization).await?;
    transaction.commit().await?;
    Ok(())
}

/// Holds the campaign's row, if nobody saved the page since `version`, and says whether it was launched.
#[tracing::instrument(name = "db.campaign.lock", skip_all, fields(%campaign))]
async fn lock(
    transaction: &mut PgConnection,
    organization: OrganizationId,
    campaign: CampaignId,
    version: i32,
) -> Result<bool, StoreError> {
    let row = sqlx::query!(
        r#"select settings_version, started_at is not null as "started!"
           from campaign where organization_id = $1 and id = $2 for no key update"#,
        organization.0,
        campaign.0,
    )
    .fetch_optional(transaction)
    .await?;
    match row {
        Some(row) if row.settings_version == version => Ok(row.started),
        Some(_) => Err(AppError::SavedMeanwhile.into()),
        None => Err(AppError::NotFound.into()),
    }
}
