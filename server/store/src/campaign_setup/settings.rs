//! What is set, and what stands against a launch.

use super::save::{VERSIONS, Versions};
use super::script_check::{blank_fields, unknown_marks};
use crate::canned_responses::canned_responses;
use crate::count::clamp;
use crate::rules::{ASSIGNED_TO_POOL, HAS_TAKERS, ZONES};
use crate::{Store, StoreError, stored_word};
use app::domain::{CampaignId, CampaignState, CopyKey, OrganizationId, TeamId, TimeOfDay};
use app::error::AppError;
use app::ports::{CampaignBasics, CampaignSettings, CampaignTeam, LaunchChecks};
use chrono::NaiveDate;
use const_format::formatcp;
use sentences::page;

/// Whether a pool of a kind would hand out what the campaign has, to somebody who may request it.
macro_rules! has_pool_of {
    ($kind:literal) => {
        formatcp!(
            "exists (select from organization o where o.id = ca.organization_id and o.requests_enabled)
               and exists (select from pool p
                            where p.organization_id = ca.organization_id and p.enabled and p.kind = '{KIND}'
                              and {ASSIGNED_TO_POOL}
                              and {HAS_TAKERS})",
            KIND = $kind
        )
    };
}

/// What a campaign needs before it is launched, for the checklist and for the launch itself.
pub(super) const LAUNCH_CHECKS: &str = formatcp!(
    "exists (select from contact co
              where co.organization_id = ca.organization_id and co.campaign_id = ca.id) as has_contacts,
     btrim(ca.script) <> '' as has_script,
     exists (select from sending_number sn
              where sn.organization_id = ca.organization_id and sn.out_of_use_at is null) as has_sending_number,
     {OF_INITIALS} as has_initials_pool,
     {OF_REPLIES} as has_replies_pool",
    OF_INITIALS = has_pool_of!("initials"),
    OF_REPLIES = has_pool_of!("replies")
);

#[derive(sqlx::FromRow)]
struct Row {
    #[sqlx(flatten)]
    versions: Versions,
    started: bool,
    archived: bool,
    paused: bool,
    title: String,
    description: String,
    script: String,
    due_on: Option<NaiveDate>,
    overdue: bool,
    texting_from: String,
    texting_until: String,
    zone: String,
    team_restricted: bool,
    has_contacts: bool,
    has_script: bool,
    has_sending_number: bool,
    has_initials_pool: bool,
    has_replies_pool: bool,
    custom_fields: Vec<String>,
}

/// `$1` organization, `$2` clock, `$3` campaign.
pub(crate) const SETTINGS: &str = formatcp!(
    "select {VERSIONS},
            ca.started_at is not null as started, ca.archived_at is not null as archived,
            ca.paused_at is not null as paused,
            ca.title, ca.description, ca.script, ca.due_on, coalesce(ca.due_on < zone.today, false) as overdue, ca.team_restricted,
            left(ca.texting_from::text, 5) as texting_from, left(ca.texting_until::text, 5) as texting_until, zone.name as zone,
            {LAUNCH_CHECKS},
            array(select kept.field
                    from contact_field kept
                   where kept.organization_id = ca.organization_id and kept.campaign_id = ca.id and kept.is_custom
                   group by kept.field
                  having sum(kept.present) > 0
                   order by kept.field) as custom_fields
       from campaign ca
       join {ZONES} zone on zone.id = ca.time_zone_id
      where ca.organization_id = $1 and ca.id = $3"
);

/// All of it. The version is read first: what is saved after that is noticed by whoever saves this page.
#[tracing::instrument(name = "db.campaign.settings", skip_all, fields(%campaign))]
pub(super) async fn settings(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
) -> Result<CampaignSettings, StoreError> {
    let row: Row = sqlx::query_as(SETTINGS)
        .bind(organization.0)
        .bind(store.clock.pinned())
        .bind(campaign.0)
        .fetch_optional(&store.pool)
        .await?
        .ok_or(AppError::NotFound)?;
    let teams = sqlx::query!(
        r#"select t.id, t.title,
                (select count(*) from team_member tm
                  where tm.organization_id = t.organization_id and tm.team_id = t.id) as "members!",
                exists (select from team_campaign tc
                         where tc.organization_id = t.organization_id
                           and tc.team_id = t.id
                           and tc.campaign_id = $2) as "chosen!"
           from team t
          where t.organization_id = $1
          order by t.priority, t.title"#,
        organization.0,
        campaign.0,
    )
    .fetch_all(&store.pool)
    .await?;
    let state = CampaignState::of(row.started, row.archived, row.paused);
    let mut connection = store.pool.acquire().await?;
    let responses = canned_responses(&mut connection, organization, campaign).await?;
    // A launch asks for it, and contacts that are added afterwards may lack what those before them have.
    let (unknown, unknown_in_responses, blank) =
        if state != CampaignState::Archived && row.has_contacts {
            let bodies: Vec<&str> = responses.iter().map(|one| one.body.as_str()).collect();
            let mut texts = vec![row.script.as_str()];
            texts.extend(&bodies);
            let connection = &mut *connection;
            let all = unknown_marks(connection, organization, campaign, &texts).await?;
            let blank = blank_fields(connection, organization, campaign, &texts, &all).await?;
            let unknown = unknown_marks(connection, organization, campaign, &[&row.script]).await?;
            let in_responses = unknown_marks(connection, organization, campaign, &bodies).await?;
            (unknown, in_responses, blank)
        } else {
            (Vec::new(), Vec::new(), Vec::new())
        };
    drop(connection);
    let texting_from: TimeOfDay = stored_word(&row.texting_from)?;
    let texting_until: TimeOfDay = stored_word(&row.texting_until)?;
    let (from, until) = (texting_from.in_words(), texting_until.in_words());
    Ok(CampaignSettings {
        versions: row.versions.into(),
        state,
        hours: page::hours_in_zone(&from, &until, &row.zone),
        basics: CampaignBasics {
            title: row.title,
            description: row.description,
            texting_from,
            texting_until,
            time_zone: row.zone,
        },
        script: row.script,
        responses,
        due_on: row.due_on,
        overdue: row.overdue,
        team_restricted: row.team_restricted,
        teams: teams
            .into_iter()
            .map(|team| CampaignTeam {
                id: TeamId(team.id),
                title: team.title,
                members: clamp(team.members),
                chosen: team.chosen,
            })
            .collect(),
        custom_fields: row.custom_fields,
        checks: LaunchChecks {
            has_contacts: row.has_contacts,
            has_script: row.has_script,
            has_sending_number: row.has_sending_number,
            has_initials_pool: row.has_initials_pool,
            has_replies_pool: row.has_replies_pool,
            unknown_fields: unknown,
            unknown_in_responses,
            blank_fields: blank,
        },
        copy_key: CopyKey(rand::random_range(1..=i64::MAX)),
    })
}
