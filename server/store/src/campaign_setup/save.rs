//! Saving a part of a campaign's page.

use super::script_check::unknown_marks;
use crate::audit::{self, Change};
use crate::time_zones::time_zone;
use crate::{Store, StoreError, notify};
use app::domain::{AuditAction, AuditActor, AuditSubject, CampaignId, OrganizationId, TeamId};
use app::error::AppError;
use app::field_errors::FieldErrors;
use app::ports::CampaignBasics;
use chrono::NaiveDate;
use sentences::page;
use sqlx::PgConnection;

/// Saves script and due date, if nobody saved the page since `version`. What runs is not left without a
/// script.
#[tracing::instrument(name = "db.campaign.save_script", skip_all, fields(%campaign))]
pub(super) async fn script(
    store: &Store,
    actor: AuditActor,
    campaign: CampaignId,
    version: i32,
    script: &str,
    due_on: Option<NaiveDate>,
) -> Result<(), StoreError> {
    let organization = actor.organization;
    let mut transaction = store.begin().await?;
    let started = lock(&mut transaction, organization, campaign, version).await?;
    if started && script.trim().is_empty() {
        let sentence = page::launched_needs_a_script();
        return Err(AppError::Fields(FieldErrors::one("script", sentence)).into());
    }
    if started {
        let unknown = unknown_marks(&mut transaction, organization, campaign, script).await?;
        if !unknown.is_empty() {
            let sentence = page::contacts_have_no_field(&unknown.join(", "));
            return Err(AppError::Fields(FieldErrors::one("script", &sentence)).into());
        }
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
    audit::record(
        &mut transaction,
        &store.clock,
        actor,
        Change::new(AuditAction::ScriptSaved, AuditSubject::Campaign(campaign)),
    )
    .await?;
    notify::campaigns_changed(&mut *transaction, organization, &[campaign]).await?;
    transaction.commit().await?;
    Ok(())
}

/// Saves title, texting hours and zone, if nobody saved the page since `version`.
#[tracing::instrument(name = "db.campaign.save_basics", skip_all, fields(%campaign))]
pub(super) async fn basics(
    store: &Store,
    actor: AuditActor,
    campaign: CampaignId,
    version: i32,
    basics: &CampaignBasics,
) -> Result<(), StoreError> {
    let organization = actor.organization;
    let mut transaction = store.begin().await?;
    lock(&mut transaction, organization, campaign, version).await?;
    let Some(zone) = time_zone(&mut transaction, &basics.time_zone).await? else {
        let errors = FieldErrors::one("time_zone", page::time_zone_is_unknown());
        return Err(AppError::Fields(errors).into());
    };
    sqlx::query!(
        "update campaign
            set title = btrim($3), texting_from = $4::text::time, texting_until = $5::text::time,
                time_zone_id = $6, settings_version = settings_version + 1
          where organization_id = $1 and id = $2",
        organization.0,
        campaign.0,
        basics.title,
        basics.texting_from.as_str(),
        basics.texting_until.as_str(),
        zone,
    )
    .execute(&mut *transaction)
    .await?;
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

/// Which teams draw from a campaign.
pub(super) struct Teams<'a> {
    /// Nobody else does.
    pub restricted: bool,
    pub teams: &'a [TeamId],
    /// Also if nobody can take its replies then.
    pub confirmed: bool,
}

/// Saves which teams draw from it, if nobody saved the page since `version`.
#[tracing::instrument(name = "db.campaign.save_teams", skip_all, fields(%campaign))]
pub(super) async fn teams(
    store: &Store,
    actor: AuditActor,
    campaign: CampaignId,
    version: i32,
    teams: Teams<'_>,
) -> Result<(), StoreError> {
    let ids: Vec<i64> = teams.teams.iter().map(|team| team.0).collect();
    let organization = actor.organization;
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
    let chosen = sqlx::query!(
        r#"select count(*) as "teams!",
                count(*) filter (where exists (select from team_member tm
                                                where tm.organization_id = tc.organization_id
                                                  and tm.team_id = tc.team_id)) as "with_members!"
           from team_campaign tc
          where tc.organization_id = $1 and tc.campaign_id = $2"#,
        organization.0,
        campaign.0,
    )
    .fetch_one(&mut *transaction)
    .await?;
    // A team that is not there: another organization's, or deleted.
    if chosen.teams != ids.len() as i64 {
        return Err(AppError::NotFound.into());
    }
    if teams.restricted && chosen.with_members == 0 && !teams.confirmed {
        let sentence = page::nobody_could_take_its_replies();
        return Err(AppError::Fields(FieldErrors::one("confirmed", sentence)).into());
    }
    sqlx::query!(
        "update campaign
            set team_restricted = $3, settings_version = settings_version + 1
          where organization_id = $1 and id = $2",
        organization.0,
        campaign.0,
        teams.restricted,
    )
    .execute(&mut *transaction)
    .await?;
    audit::record(
        &mut transaction,
        &store.clock,
        actor,
        Change::new(
            AuditAction::CampaignTeamsSaved,
            AuditSubject::Campaign(campaign),
        ),
    )
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
