//! Campaigns as the campaigns page shows them.

use super::autoassign::windows;
use super::counts::counts;
use super::obstacles::{HandOut, OPEN_HOURS, ZONES_WITH_REPLIES};
use super::search::HANDED_OUT;
use crate::count::clamp;
use crate::rules::{ASSIGNED_TO_POOL, NEXT_OPENING, REPLIES_TIME_TO_SEND};
use crate::{Store, StoreError};
use app::domain::{
    Age, AutoassignWindow, CampaignCounts, CampaignId, CampaignRow, CampaignState, OrganizationId,
    Requesters,
};
use app::error::AppError;
use chrono::{DateTime, NaiveDate, Utc};
use const_format::formatcp;

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    title: String,
    started: bool,
    archived: bool,
    paused: bool,
    due_on: Option<NaiveDate>,
    overdue: bool,
    team_restricted: bool,
    teams: Vec<String>,
    has_team: bool,
    contacts: i64,
    requests_enabled: bool,
    has_pool: bool,
    drawn: bool,
    handed_out: bool,
    open_now: bool,
    opens_at: Option<DateTime<Utc>>,
}

impl Row {
    fn with(self, counts: Option<&CampaignCounts>, autoassign: AutoassignWindow) -> CampaignRow {
        let campaign = CampaignId(self.id);
        let state = CampaignState::of(self.started, self.archived, self.paused);
        let obstacles = HandOut {
            state,
            requests_enabled: self.requests_enabled,
            has_pool: self.has_pool,
            drawn: self.drawn,
            handed_out: self.handed_out,
            team_restricted: self.team_restricted,
            has_teams: !self.teams.is_empty(),
            has_members: self.has_team,
            opens_at: self.opens_at.filter(|_| !self.open_now),
        }
        .obstacles();
        CampaignRow {
            title: self.title,
            state,
            due_on: self.due_on,
            overdue: self.overdue,
            autoassign,
            requesters: match (self.team_restricted, self.has_team) {
                (false, _) => Requesters::Everyone,
                (true, true) => Requesters::Teams,
                (true, false) => Requesters::Nobody,
            },
            teams: self.teams,
            obstacles,
            contacts: clamp(self.contacts),
            counts: counts.copied().unwrap_or(CampaignCounts {
                campaign,
                unsent: 0,
                unhandled: 0,
                in_pool: 0,
                oldest_wait: None::<Age>,
            }),
        }
    }
}

/// `$1` organization, `$2` clock, `$3` campaigns, in whose order they come.
pub(crate) const ROWS: &str = formatcp!(
    "with recursive {ZONES_WITH_REPLIES}
     select ca.id, ca.title, ca.started_at is not null as started, ca.archived_at is not null as archived,
            ca.paused_at is not null as paused, ca.due_on, coalesce(ca.due_on < zone.today, false) as overdue, ca.team_restricted,
            array(select t.title
                    from team_campaign tc
                    join team t on t.organization_id = tc.organization_id and t.id = tc.team_id
                   where tc.organization_id = ca.organization_id and tc.campaign_id = ca.id
                   order by t.priority, t.title) as teams,
            exists (select from team_campaign tc
                      join team_member tm on tm.organization_id = tc.organization_id and tm.team_id = tc.team_id
                     where tc.organization_id = ca.organization_id and tc.campaign_id = ca.id) as has_team,
            (select coalesce(sum(kept.change), 0)::bigint from contact_count kept
              where kept.organization_id = ca.organization_id and kept.campaign_id = ca.id) as contacts,
            org.requests_enabled,
            exists (select from pool p
                     where p.organization_id = $1 and p.enabled and p.kind = 'replies') as has_pool,
            exists (select from pool p
                     where p.organization_id = ca.organization_id and p.enabled and p.kind = 'replies'
                       and {ASSIGNED_TO_POOL}) as drawn,
            {HANDED_OUT} as handed_out,
            -- Of those who wait for an answer; of the campaign where nobody does.
            coalesce(hours.open_now, {REPLIES_TIME_TO_SEND}) as open_now,
            nullif(coalesce(hours.opens_at, {NEXT_OPENING}), '-infinity') as opens_at
       from campaign ca
       join organization org on org.id = ca.organization_id
       join zone on zone.id = ca.time_zone_id
       left join lateral {OPEN_HOURS} hours on true
      where ca.organization_id = $1
        and ca.id = any($3::bigint[])
      order by array_position($3::bigint[], ca.id)"
);

/// Some campaigns, in the order of their ids here; those of other organizations are passed over.
#[tracing::instrument(name = "db.campaign.rows", skip_all, fields(%organization))]
pub(super) async fn rows(
    store: &Store,
    organization: OrganizationId,
    campaigns: &[CampaignId],
) -> Result<Vec<CampaignRow>, StoreError> {
    let ids: Vec<i64> = campaigns.iter().map(|campaign| campaign.0).collect();
    let rows: Vec<Row> = sqlx::query_as(ROWS)
        .bind(organization.0)
        .bind(store.clock.pinned())
        .bind(ids)
        .fetch_all(&store.pool)
        .await?;
    let figures = counts(store, organization, campaigns).await?;
    let windows = windows(store, organization, campaigns).await?;
    rows.into_iter()
        .map(|row| {
            let id = CampaignId(row.id);
            let figure = figures.iter().find(|figure| figure.campaign == id);
            let window = windows.iter().find(|window| window.campaign == id);
            // A campaign cannot be deleted between two statements.
            let window = window.ok_or(AppError::NotFound)?.window;
            Ok(row.with(figure, window))
        })
        .collect()
}
