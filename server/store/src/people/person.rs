//! One member: their row of the list, their teams, and what they hold.

use super::list::Row;
use crate::count::clamp;
use crate::rules::CAMPAIGN_LAUNCHED;
use crate::{Store, StoreError, stored_word};
use app::domain::{Holdings, LeftOut, LeftOutReason, MemberId, OrganizationId, TeamId};
use app::error::AppError;
use app::ports::{Person, PersonTeam};
use const_format::formatcp;

/// What a member holds: what a suspension releases, and what it leaves. `$1` organization, `$2` the member.
pub(crate) const HOLDINGS: &str = formatcp!(
    "select count(*) filter (where {CAMPAIGN_LAUNCHED} and not cv.opted_out and cv.status = 'needs_response') as replies,
            count(*) filter (where {CAMPAIGN_LAUNCHED} and not cv.opted_out and cv.status = 'needs_message') as initials,
            count(*) filter (where not ({CAMPAIGN_LAUNCHED})) as campaign_closed,
            count(*) filter (where {CAMPAIGN_LAUNCHED} and cv.opted_out) as opted_out
       from conversation cv
       join campaign ca on ca.organization_id = cv.organization_id and ca.id = cv.campaign_id
      where cv.organization_id = $1
        and cv.assigned_to = $2
        and cv.status in ('needs_response', 'needs_message')"
);

#[derive(sqlx::FromRow)]
struct HoldingsRow {
    replies: i64,
    initials: i64,
    campaign_closed: i64,
    opted_out: i64,
}

/// Counts it.
#[tracing::instrument(name = "db.person.holdings", skip_all, fields(%member))]
pub(super) async fn holdings(
    store: &Store,
    organization: OrganizationId,
    member: MemberId,
) -> Result<Holdings, StoreError> {
    let row: HoldingsRow = sqlx::query_as(HOLDINGS)
        .bind(organization.0)
        .bind(member.0)
        .fetch_one(&store.pool)
        .await?;
    let left_out = [
        (LeftOutReason::CampaignClosed, row.campaign_closed),
        (LeftOutReason::OptedOut, row.opted_out),
    ];
    let left_out = left_out
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(reason, count)| LeftOut {
            reason,
            conversations: clamp(count),
        });
    Ok(Holdings {
        replies: clamp(row.replies),
        initials: clamp(row.initials),
        left_out: left_out.collect(),
    })
}

/// The member with all that their page shows.
#[tracing::instrument(name = "db.person.find", skip_all, fields(%member))]
pub(super) async fn person(
    store: &Store,
    organization: OrganizationId,
    member: MemberId,
) -> Result<Person, StoreError> {
    let found = sqlx::query!(
        r#"select a.name, a.email, m.role::text as "role!", m.approval_level::text as "approval_level!",
                  (m.created_at at time zone coalesce(zone.name, 'UTC'))::date as "since!",
                  coalesce(m.role_before, 'texter')::text as "role_before!",
                  exists (select from member other
                           where other.organization_id = m.organization_id and other.id <> m.id
                             and other.role = 'owner') as "others_own!"
             from member m
             join account a on a.id = m.account_id
             join organization o on o.id = m.organization_id
             left join time_zone zone on zone.id = o.time_zone_id
            where m.organization_id = $1 and m.id = $2"#,
        organization.0,
        member.0,
    )
    .fetch_optional(&store.pool)
    .await?
    .ok_or(AppError::NotFound)?;
    let teams = sqlx::query!(
        r#"select t.id, t.title
           from team t
           join team_member tm on tm.organization_id = t.organization_id and tm.team_id = t.id
          where t.organization_id = $1 and tm.member_id = $2
          order by lower(t.title collate "und-x-icu"), t.id"#,
        organization.0,
        member.0,
    )
    .fetch_all(&store.pool)
    .await?;
    let teams: Vec<PersonTeam> = teams
        .into_iter()
        .map(|team| PersonTeam {
            id: TeamId(team.id),
            title: team.title,
        })
        .collect();
    let row = Row {
        id: member.0,
        name: found.name,
        email: found.email,
        role: found.role,
        approval_level: found.approval_level,
        teams: i64::try_from(teams.len()).unwrap_or(i64::MAX),
    };
    let is_suspended = row.role == "suspended";
    Ok(Person {
        row: row.try_into()?,
        since: found.since,
        role_before: is_suspended
            .then(|| stored_word(&found.role_before))
            .transpose()?,
        others_own: found.others_own,
        holdings: holdings(store, organization, member).await?,
        teams,
    })
}
