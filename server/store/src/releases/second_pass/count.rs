//! What a second pass would take now.

use crate::count::clamp;
use crate::database::answered;
use crate::releases::preview::{Tally, diagnose};
use crate::releases::runner::PLAN_TIMEOUT;
use crate::rules::{
    ASSIGNED_TO_POOL, HAS_TAKERS, LEFT_OUT_OF_SECOND_PASS, OPEN_NOW, PAST_DUE_DATE, ZONES,
};
use crate::{Store, StoreError};
use app::domain::{
    CampaignId, LeftOut, LeftOutReason, OrganizationId, ReleaseKind, SecondPassDays,
    SecondPassPreview,
};
use app::error::AppError;
use const_format::formatcp;

/// `$1` organization, `$2` clock, `$3` campaign, `$4` days. A row for what is taken, and one for each reason why
/// something is not. The contacts lead to the conversations, which have no index by campaign alone.
pub(crate) const COUNTS: &str = formatcp!(
    "select judged.because, count(*) as conversations, count(distinct judged.assigned_to) as texters,
            count(*) filter (where judged.overdue) as overdue,
            count(*) filter (where not judged.open_now) as outside_hours
       from (select {LEFT_OUT_OF_SECOND_PASS} as because, cv.assigned_to, {PAST_DUE_DATE} as overdue, {OPEN_NOW} as open_now
               from contact co
               join conversation cv on cv.organization_id = co.organization_id and cv.id = co.id
               join campaign ca on ca.organization_id = cv.organization_id and ca.id = cv.campaign_id
               join {ZONES} zone on zone.id = coalesce(cv.time_zone_id, ca.time_zone_id)
              where co.organization_id = $1
                and co.campaign_id = $3) judged
      group by judged.because"
);

#[derive(sqlx::FromRow)]
struct Counted {
    because: Option<String>,
    conversations: i64,
    texters: i64,
    overdue: i64,
    outside_hours: i64,
}

/// The counted part of a preview; a second pass keeps its `left_out` in the history.
pub(super) struct Counts {
    pub conversations: u32,
    texters: u32,
    overdue: u32,
    outside_hours: u32,
    pub left_out: Vec<LeftOut>,
}

/// Counts the contacts of a campaign by what becomes of them.
#[tracing::instrument(name = "db.second_pass.tally", skip_all, fields(%campaign))]
pub(super) async fn tally(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
    days: SecondPassDays,
) -> Result<Counts, StoreError> {
    find(store, organization, campaign).await?;
    let rows = sqlx::query_as(COUNTS)
        .bind(organization.0)
        .bind(store.clock.pinned())
        .bind(campaign.0)
        .bind(days.days())
        .fetch_all(&store.pool);
    let rows: Vec<Counted> =
        answered(PLAN_TIMEOUT, async { Ok::<_, StoreError>(rows.await?) }).await?;
    let counted = |because: Option<LeftOutReason>| {
        let because = because.map(LeftOutReason::as_str);
        rows.iter().find(|row| row.because.as_deref() == because)
    };
    let taken = counted(None);
    let of_taken = |count: fn(&Counted) -> i64| taken.map_or(0, |row| clamp(count(row)));
    Ok(Counts {
        conversations: of_taken(|row| row.conversations),
        texters: of_taken(|row| row.texters),
        overdue: of_taken(|row| row.overdue),
        outside_hours: of_taken(|row| row.outside_hours),
        left_out: LeftOutReason::ALL
            .into_iter()
            .filter_map(|reason| {
                Some(LeftOut {
                    reason,
                    conversations: clamp(counted(Some(reason))?.conversations),
                })
            })
            .collect(),
    })
}

/// The counts, and what would keep those who are taken from being handed out.
pub(super) async fn preview(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
    days: SecondPassDays,
) -> Result<SecondPassPreview, StoreError> {
    let counts = tally(store, organization, campaign, days).await?;
    let reach = reach(store, organization, campaign).await?;
    let all_if = |condition: bool| if condition { counts.conversations } else { 0 };
    let tally = Tally {
        auto_assign_off: all_if(!reach.auto_assign),
        no_pool: all_if(!reach.team_restricted && !reach.reached),
        no_team: all_if(reach.team_restricted && !reach.reached),
        team_restricted: all_if(reach.team_restricted && reach.reached),
        overdue: counts.overdue,
        outside_hours: counts.outside_hours,
        paused: reach.paused && counts.conversations > 0,
        ..Tally::default()
    };
    Ok(SecondPassPreview {
        conversations: counts.conversations,
        texters: counts.texters,
        left_out: counts.left_out,
        diagnosis: diagnose(store, organization, ReleaseKind::SecondPass, &tally).await?,
    })
}

/// `$1` organization, `$2` campaign.
pub(crate) const REACH: &str = formatcp!(
    "select ca.auto_assign, ca.team_restricted, ca.paused_at is not null as paused,
            exists (select from pool p
                     where p.organization_id = ca.organization_id and p.enabled and p.kind = 'initials'
                       and {ASSIGNED_TO_POOL}
                       and {HAS_TAKERS}) as reached
       from campaign ca
      where ca.organization_id = $1 and ca.id = $2"
);

/// Who could request initial messages of a campaign.
#[derive(sqlx::FromRow)]
struct Reach {
    auto_assign: bool,
    team_restricted: bool,
    paused: bool,
    /// Some enabled pool hands them out, and somebody may request from it.
    reached: bool,
}

#[tracing::instrument(name = "db.second_pass.reach", skip_all, fields(%campaign))]
async fn reach(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
) -> Result<Reach, StoreError> {
    let reach = sqlx::query_as(REACH).bind(organization.0).bind(campaign.0);
    let reach: Option<Reach> = reach.fetch_optional(&store.pool).await?;
    Ok(reach.ok_or(AppError::NotFound)?)
}

/// Makes sure that there is such a campaign.
#[tracing::instrument(name = "db.second_pass.find", skip_all, fields(%campaign))]
pub(super) async fn find(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
) -> Result<(), StoreError> {
    let found = sqlx::query_scalar!(
        "select id from campaign where organization_id = $1 and id = $2",
        organization.0,
        campaign.0,
    )
    .fetch_optional(&store.pool)
    .await?;
    Ok(found.map(drop).ok_or(AppError::NotFound)?)
}
