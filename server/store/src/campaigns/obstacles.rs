//! What keeps the replies of a campaign from being handed out: the hours as SQL for the campaigns' rows, and the verdict.

use crate::rules::{AWAITED, NEXT_OPENING, POOLED_REPLIES, REPLIES_TIME_TO_SEND, ZONES};
use app::domain::{CampaignState, HandOutObstacle};
use chrono::{DateTime, Utc};
use const_format::formatcp;

/// The query `$name (campaign_id, zone)`, for a `with recursive`: in which zones the campaigns `$3` have replies of a
/// kind, 0 standing for a campaign's own. It jumps from one zone to the next, so that it reads a few entries of an
/// index for each, however many replies there are: `conversation_due` of what is held, `conversation_pool_place` of what
/// is in the pool.
macro_rules! zones_with {
    ($name:literal, $replies:expr) => {
        formatcp!(
            "{name} (campaign_id, zone) as (
         select ca.id, found.zone
           from campaign ca
          cross join lateral (
                select coalesce(cv.time_zone_id, 0::smallint) as zone
                  from conversation cv
                 where cv.organization_id = ca.organization_id and cv.campaign_id = ca.id
                   and {replies}
                 order by coalesce(cv.time_zone_id, 0::smallint)
                 limit 1) found
          where ca.organization_id = $1 and ca.id = any($3::bigint[])
          union all
         select ca.id, found.zone
           from {name} before
           join campaign ca on ca.organization_id = $1 and ca.id = before.campaign_id
          cross join lateral (
                select coalesce(cv.time_zone_id, 0::smallint) as zone
                  from conversation cv
                 where cv.organization_id = ca.organization_id and cv.campaign_id = ca.id
                   and {replies}
                   and coalesce(cv.time_zone_id, 0::smallint) > before.zone
                 order by coalesce(cv.time_zone_id, 0::smallint)
                 limit 1) found
     )",
            name = $name,
            replies = $replies
        )
    };
}
const ZONES_HELD: &str = zones_with!("held", formatcp!("{AWAITED} and not cv.escalated"));
const ZONES_POOLED: &str = zones_with!("pooled", POOLED_REPLIES);

/// The queries `zone`, `held` and `pooled`, for a `with recursive`.
pub(super) const ZONES_WITH_REPLIES: &str = formatcp!(
    "zone as materialized (select * from {ZONES} zones),
     {ZONES_HELD},
     {ZONES_POOLED}"
);

/// Of the campaign `ca`: whether it is time to answer anybody who waits, and when the first of their texting hours open.
/// Null, where nobody waits.
pub(super) const OPEN_HOURS: &str = formatcp!(
    "(select bool_or({REPLIES_TIME_TO_SEND}) as open_now, min({NEXT_OPENING}) as opens_at
               from (select held.zone from held where held.campaign_id = ca.id
                      union
                     select pooled.zone from pooled where pooled.campaign_id = ca.id) segment
               join zone on zone.id = case segment.zone when 0 then ca.time_zone_id else segment.zone end)"
);

/// What decides whether somebody can request the replies of a campaign.
#[derive(Debug, Clone, Copy)]
pub(super) struct HandOut {
    pub state: CampaignState,
    pub requests_enabled: bool,
    /// An enabled pool of the organization hands out replies.
    pub has_pool: bool,
    /// One that draws from the campaign does.
    pub drawn: bool,
    /// Somebody may request from it.
    pub handed_out: bool,
    pub team_restricted: bool,
    /// The campaign has teams.
    pub has_teams: bool,
    /// One of them has a member.
    pub has_members: bool,
    /// When the texting hours open; nothing, if they are open.
    pub opens_at: Option<DateTime<Utc>>,
}

impl HandOut {
    /// Each obstacle, the one that is nearest to the campaign last, so that what holds for all of them is read first.
    pub(super) fn obstacles(self) -> Vec<HandOutObstacle> {
        let state = match self.state {
            CampaignState::Draft => Some(HandOutObstacle::NotStarted),
            CampaignState::Archived => Some(HandOutObstacle::Archived),
            CampaignState::Paused => Some(HandOutObstacle::CampaignPaused),
            CampaignState::Started => None,
        };
        let requests = (!self.requests_enabled).then_some(HandOutObstacle::RequestsDisabled);
        let team =
            (self.team_restricted && !self.has_teams).then_some(HandOutObstacle::NoTeamChosen);
        let pool = if !self.has_pool {
            Some(HandOutObstacle::NoRepliesPool)
        } else if self.drawn || team.is_some() {
            None
        } else if self.team_restricted {
            Some(HandOutObstacle::NoTeamPool)
        } else {
            Some(HandOutObstacle::NoPoolDraws)
        };
        let teams_are_empty = self.team_restricted && self.has_teams && !self.has_members;
        let members = (!self.handed_out && (self.drawn || teams_are_empty))
            .then_some(HandOutObstacle::NoTeamMembers);
        let hours = self
            .opens_at
            .map(|opens_at| HandOutObstacle::OutsideHours { opens_at });
        [state, requests, pool, team, members, hours]
            .into_iter()
            .flatten()
            .collect()
    }
}
