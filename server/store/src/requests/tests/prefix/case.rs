//! Random worlds: of few zones, hours and moments each, so that much of it ties and meets at the edges.

use super::wall::{CHANGES, ZONES, moment};
use app::domain::PoolKind;
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use proptest::array::{uniform2, uniform3, uniform4};
use proptest::bool::weighted;
use proptest::prelude::*;
use proptest::{collection::vec, option, sample::select};
use serde::Serialize;

/// So many of the three tags escalate: the first ones.
pub(super) const ESCALATING: usize = 2;

/// A world, and who asks for what in it. What points to something is its place in the list of it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Case {
    pub zones: [&'static str; 3],
    /// From and until, in minutes of the day.
    pub hours: [(i64, i64); 2],
    pub start: DateTime<Utc>,
    /// General's, and that of each team.
    pub pools: [Pool; 3],
    pub teams: [Team; 2],
    pub campaigns: [Campaign; 4],
    pub conversations: Vec<Conversation>,
    pub requests: Vec<Request>,
}

#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Pool {
    pub kind: PoolKind,
    pub most: u32,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Team {
    pub members: [bool; 2],
    pub tags: [bool; 3],
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Campaign {
    pub zone: usize,
    pub hours: usize,
    /// Days before the start; `None`: a draft.
    pub started: Option<i64>,
    pub archived: bool,
    pub paused: bool,
    pub auto_assign: bool,
    pub restricted: bool,
    /// Which teams draw from it.
    pub teams: [bool; 2],
    /// Days after the day, in Greenwich, of the start.
    pub due: Option<i64>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Conversation {
    pub campaign: usize,
    pub zone: Option<usize>,
    pub status: &'static str,
    /// Minutes before the start.
    pub waiting: i64,
    pub holder: Option<usize>,
    pub lost_by: Option<usize>,
    pub opted_out: bool,
    pub tags: [bool; 3],
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Request {
    /// Seconds after the one before.
    pub later: i64,
    pub texter: usize,
    pub pool: usize,
    pub wanted: u32,
}

const HOURS: [(i64, i64); 6] = [
    (0, 1440),
    (540, 1260),
    (0, 1425),
    (480, 1440),
    (90, 1439),
    (0, 150),
];

/// The last second of what is in time and the first of what is not, or the other way round: whether the
/// texting hours end or open, and how many seconds from that.
const EDGES: [(bool, i64); 6] = [
    (false, -1),
    (false, 0),
    (true, -601),
    (true, -600),
    (true, -121),
    (true, -120),
];

prop_compose! {
    fn pool()(kind in select(&PoolKind::ALL), most in 1u32..10) -> Pool {
        Pool { kind, most }
    }
}

prop_compose! {
    fn team()(members in uniform2(weighted(0.8)), tags in uniform3(any::<bool>())) -> Team {
        Team { members, tags }
    }
}

prop_compose! {
    fn campaign()(
        zone in 0usize..3,
        hours in 0usize..2,
        started in option::weighted(0.9, 0i64..3),
        (archived, paused) in (weighted(0.1), weighted(0.1)),
        (auto_assign, restricted) in (weighted(0.9), weighted(0.25)),
        teams in uniform2(weighted(0.7)),
        due in option::weighted(0.7, -1i64..4),
    ) -> Campaign {
        Campaign { zone, hours, started, archived, paused, auto_assign, restricted, teams, due }
    }
}

prop_compose! {
    fn conversation()(
        campaign in 0usize..4,
        zone in option::of(0usize..3),
        status in prop_oneof![
            8 => select(&["needs_response", "needs_message"]),
            1 => select(&["messaged", "convo", "closed"]),
        ],
        waiting in 0i64..20,
        (holder, lost_by) in (option::weighted(0.1, 0usize..2), option::of(0usize..2)),
        opted_out in weighted(0.1),
        tags in uniform3(weighted(0.15)),
    ) -> Conversation {
        Conversation { campaign, zone, status, waiting, holder, lost_by, opted_out, tags }
    }
}

prop_compose! {
    fn request()(
        later in prop_oneof![2 => Just(0), 1 => 0i64..1200],
        (texter, pool, wanted) in (0usize..2, 0usize..3, 1u32..12),
    ) -> Request {
        Request { later, texter, pool, wanted }
    }
}

prop_compose! {
    /// Mostly it starts close to when the first of its hours open or end in the first of its zones.
    pub(super) fn case()(
        zones in uniform3(select(&ZONES)),
        hours in uniform2(select(&HOURS)),
        day in prop_oneof![select(&CHANGES), 10u64..350],
        (edge, anywhen) in (option::weighted(0.8, select(&EDGES)), 0i64..86_400),
        (pools, teams) in (uniform3(pool()), uniform2(team())),
        campaigns in uniform4(campaign()),
        conversations in vec(conversation(), 0..120),
        requests in vec(request(), 1..5),
    ) -> Case {
        let near = |(ending, seconds)| if ending { hours[0].1 * 60 + seconds } else { hours[0].0 * 60 + seconds };
        let clock = TimeDelta::seconds(edge.map_or(anywhen, near));
        let midnight = (NaiveDate::from_yo_opt(2026, 1).unwrap() + Days::new(day)).and_time(NaiveTime::MIN);
        let start = moment(zones[0], midnight + clock);
        Case { zones, hours, start, pools, teams, campaigns, conversations, requests }
    }
}
