//! Saving which teams draw from a campaign.

use super::{CHOSEN_TEAMS, TEAMS_VERSION, lock};
use crate::audit::{self, Change, Differences};
use crate::clock::Clock;
use crate::{Store, StoreError, notify};
use app::domain::{AuditAction, AuditActor, AuditSubject, CampaignId, OrganizationId, TeamId};
use app::error::AppError;
use app::field_errors::FieldErrors;
use app::ports::SectionSave;
use const_format::formatcp;
use sentences::page;
use sqlx::PgConnection;

/// Whether these teams stand there already. `$1` organization, `$2` campaign, `$3` whether it is restricted, `$4` the
/// chosen teams in their order.
pub(crate) const STANDING: &str = formatcp!(
    "select ca.team_restricted = $3 and {CHOSEN_TEAMS} = $4
       from campaign ca where ca.organization_id = $1 and ca.id = $2"
);

/// The save of the restriction, if nobody saved the section since it was loaded. `$1` organization, `$2` campaign,
/// `$3` version, `$4` whether it is restricted.
pub(crate) const TEAMS: &str = formatcp!(
    "update campaign ca
        set team_restricted = $4, settings_version = settings_version + 1
      where ca.organization_id = $1 and ca.id = $2
        and $3 in ('', {TEAMS_VERSION})"
);

/// Which teams draw from a campaign.
#[derive(Debug, Clone)]
pub struct Teams {
    /// Nobody else does.
    pub restricted: bool,
    /// These.
    pub teams: Vec<TeamId>,
    /// Also if nobody can take its replies then.
    pub confirmed: bool,
}

/// Saves them.
pub(in crate::campaign_setup) async fn teams(
    store: &Store,
    actor: AuditActor,
    campaign: CampaignId,
    save: &SectionSave,
    teams: &Teams,
) -> Result<(), StoreError> {
    let mut transaction = store.begin().await?;
    let (tx, clock) = (&mut transaction, &store.clock);
    teams_within(tx, clock, actor, campaign, save, teams).await?;
    transaction.commit().await?;
    Ok(())
}

/// Saves them in the caller's transaction.
#[tracing::instrument(name = "db.campaign.save_teams", skip_all, fields(%campaign))]
pub(super) async fn teams_within(
    tx: &mut PgConnection,
    clock: &Clock,
    actor: AuditActor,
    campaign: CampaignId,
    save: &SectionSave,
    teams: &Teams,
) -> Result<(), StoreError> {
    let mut ids: Vec<i64> = teams.teams.iter().map(|team| team.0).collect();
    ids.sort_unstable();
    ids.dedup();
    let organization = actor.organization;
    lock(tx, organization, campaign, save).await?;
    // Nothing is saved of what stands there already, whoever saved it: an answer may have been lost.
    let stands: bool = sqlx::query_scalar(STANDING)
        .bind(organization.0)
        .bind(campaign.0)
        .bind(teams.restricted)
        .bind(&ids)
        .fetch_one(&mut *tx)
        .await?;
    if stands {
        return Ok(());
    }
    let before = Standing::read(tx, organization, campaign).await?;
    let saved = sqlx::query(TEAMS)
        .bind(organization.0)
        .bind(campaign.0)
        .bind(&save.version.0)
        .bind(teams.restricted)
        .execute(&mut *tx)
        .await?;
    if saved.rows_affected() != 1 {
        return Err(AppError::SavedMeanwhile.into());
    }
    sqlx::query!(
        "delete from team_campaign
          where organization_id = $1 and campaign_id = $2 and team_id <> all($3)",
        organization.0,
        campaign.0,
        &ids,
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query!(
        "insert into team_campaign (organization_id, team_id, campaign_id)
         select $1, t.id, $2 from team t where t.organization_id = $1 and t.id = any($3)
         on conflict do nothing",
        organization.0,
        campaign.0,
        &ids,
    )
    .execute(&mut *tx)
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
    .fetch_one(&mut *tx)
    .await?;
    // A team that is not there: another organization's, or deleted.
    if chosen.teams != ids.len() as i64 {
        return Err(AppError::NotFound.into());
    }
    if teams.restricted && chosen.with_members == 0 && !teams.confirmed {
        let sentence = page::nobody_could_take_its_replies();
        return Err(AppError::Fields(FieldErrors::one("confirmed", sentence)).into());
    }
    let after = Standing::read(tx, organization, campaign).await?;
    let mut differences = Differences::default();
    differences.note_switch("restricted", before.restricted, after.restricted);
    differences.note("teams", &before.teams, &after.teams);
    let change = Change::new(
        AuditAction::CampaignTeamsSaved,
        AuditSubject::Campaign(campaign),
    );
    let change = change.detail(differences.detail());
    audit::record(tx, clock, actor, change).await?;
    notify::settings_changed(tx, organization).await?;
    Ok(())
}

/// Who draws from a campaign, for the log.
struct Standing {
    restricted: bool,
    /// The titles of the chosen teams.
    teams: String,
}

impl Standing {
    #[tracing::instrument(name = "db.campaign.standing_teams", skip_all, fields(%campaign))]
    async fn read(
        tx: &mut PgConnection,
        organization: OrganizationId,
        campaign: CampaignId,
    ) -> Result<Self, StoreError> {
        let standing = sqlx::query_as!(
            Self,
            r#"select ca.team_restricted as restricted,
                      coalesce((select string_agg(t.title, ', ' order by t.priority, t.title)
                                  from team_campaign tc
                                  join team t on t.organization_id = tc.organization_id and t.id = tc.team_id
                                 where tc.organization_id = ca.organization_id and tc.campaign_id = ca.id),
                               '') as "teams!"
               from campaign ca where ca.organization_id = $1 and ca.id = $2"#,
            organization.0,
            campaign.0,
        );
        Ok(standing.fetch_one(tx).await?)
    }
}
