//! The search of the campaigns page in Rust, over campaigns made at random.

use super::question::{SEARCHES, TITLES};
use crate::testing::World;
use app::domain::{CampaignId, CampaignQuery, CampaignSort, CampaignTab, SwitchFilter, TeamId};
use app::ports::TeamPart;
use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use proptest::sample::select;
use std::cmp::Reverse;

/// Where a conversation stands.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Place {
    Held,
    HeldEscalated,
    HeldOptedOut,
    Answered,
    Pooled,
    PooledEscalated,
    PooledOptedOut,
}

/// Who may request its texts, besides whom a restriction leaves.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Team {
    /// With an open pool and a member.
    Open,
    /// With an open pool and no member.
    Empty,
    /// With a member, and a pool that is not open.
    Closed,
}

#[derive(Debug, Clone)]
pub(super) struct Campaign {
    title: &'static str,
    tab: CampaignTab,
    /// In Auckland, where the day after is today.
    ahead: bool,
    /// So many days after the world's.
    due: Option<u64>,
    auto_assign: bool,
    auto_release: bool,
    restricted: bool,
    team: Option<Team>,
    /// Where they stand, and for how many minutes they wait.
    conversations: Vec<(Place, i64)>,
}

pub(super) fn campaign() -> impl Strategy<Value = Campaign> {
    let place = select(vec![
        Place::Held,
        Place::HeldEscalated,
        Place::HeldOptedOut,
        Place::Answered,
        Place::Pooled,
        Place::PooledEscalated,
        Place::PooledOptedOut,
    ]);
    let team = select(vec![Team::Open, Team::Empty, Team::Closed]);
    let what = (
        select(TITLES.to_vec()),
        select(CampaignTab::ALL.to_vec()),
        any::<bool>(),
        proptest::option::of(0..3_u64),
    );
    let who = (
        any::<bool>(),
        any::<bool>(),
        any::<bool>(),
        proptest::option::of(team),
    );
    // Few moments, so that some are the same.
    let conversations = proptest::collection::vec((place, 1..6_i64), 0..4);
    (what, who, conversations).prop_map(|(what, who, conversations)| Campaign {
        title: what.0,
        tab: what.1,
        ahead: what.2,
        due: what.3,
        auto_assign: who.0,
        auto_release: who.1,
        restricted: who.2,
        team: who.3,
        conversations,
    })
}

/// The first day on which a due date may lie: overdue in New York, as in Auckland.
fn first_day() -> NaiveDate {
    "2026-11-02".parse().unwrap()
}

impl Campaign {
    /// For how long those who are answered by texters of a running campaign wait, in minutes.
    fn waits(&self, places: &[Place]) -> Vec<i64> {
        let of = self.conversations.iter();
        of.filter(|(place, _)| self.tab == CampaignTab::Current && places.contains(place))
            .map(|(_, minutes)| *minutes)
            .collect()
    }

    fn oldest_wait(&self) -> Option<i64> {
        let waiting = [
            Place::Held,
            Place::HeldEscalated,
            Place::Pooled,
            Place::PooledEscalated,
        ];
        self.waits(&waiting).into_iter().max()
    }

    fn unhandled(&self) -> usize {
        self.waits(&[Place::Held, Place::HeldEscalated]).len()
    }

    /// It is the 3rd of November in New York, and the 4th in Auckland.
    fn overdue(&self) -> bool {
        let days_over = if self.ahead { 2 } else { 1 };
        self.due.is_some_and(|due| due < days_over)
    }

    fn handed_out(&self, general_is_open: bool) -> bool {
        (!self.restricted && general_is_open) || self.team == Some(Team::Open)
    }

    fn found(&self, (search, query): &(usize, CampaignQuery), general_is_open: bool) -> bool {
        let filter = &query.filter;
        let stands = |filter: SwitchFilter, on| filter.wanted().is_none_or(|wanted| wanted == on);
        self.tab == query.tab
            && SEARCHES[*search].1.contains(&self.title)
            && (!filter.overdue || self.overdue())
            && stands(filter.auto_assign, self.auto_assign)
            && stands(filter.auto_release, self.auto_release)
            && (!filter.somebody_waits || self.oldest_wait().is_some())
            && (!filter.no_pool || !self.handed_out(general_is_open))
    }

    /// Sets it up in the world.
    pub(super) async fn make(&self, world: &World, teams: &[(Team, TeamId); 3]) -> CampaignId {
        let campaign = world.campaign().await;
        let zone = if self.ahead {
            "Pacific/Auckland"
        } else {
            "America/New_York"
        };
        let zone = world.zone(zone).await;
        let due = self
            .due
            .map(|due| first_day().checked_add_days(Days::new(due)).unwrap());
        sqlx::query(
            "update campaign
                set title = $2, time_zone_id = $3, due_on = $4, auto_assign = $5, auto_release_minutes = $6,
                    team_restricted = $7,
                    started_at = case when $8 = 'drafts' then null else started_at end,
                    archived_at = case when $8 = 'archived' then now() end
              where id = $1",
        )
        .bind(campaign.0)
        .bind(self.title)
        .bind(zone)
        .bind(due)
        .bind(self.auto_assign)
        .bind(self.auto_release.then_some(30))
        .bind(self.restricted)
        .bind(self.tab.as_str())
        .execute(&world.store.pool)
        .await
        .unwrap();
        for (_, team) in teams.iter().filter(|(team, _)| Some(*team) == self.team) {
            world.add_to_team(*team, TeamPart::Campaign(campaign)).await;
        }
        for (place, minutes) in &self.conversations {
            let pooled = [Place::Pooled, Place::PooledEscalated, Place::PooledOptedOut];
            let conversation = if pooled.contains(place) {
                world.pooled(campaign, *minutes).await
            } else {
                world.reply(campaign, &world.ann, *minutes).await
            };
            let set = match place {
                Place::Held | Place::Pooled => continue,
                Place::HeldEscalated | Place::PooledEscalated => "escalated = true",
                Place::HeldOptedOut | Place::PooledOptedOut => "opted_out = true",
                Place::Answered => "status = 'convo'",
            };
            world.change(conversation, set.to_owned()).await;
        }
        campaign
    }
}

/// What the model finds, in order.
pub(super) fn expected(
    made: &[(CampaignId, Campaign)],
    query: &(usize, CampaignQuery),
    general_is_open: bool,
) -> Vec<CampaignId> {
    let mut found: Vec<_> = made
        .iter()
        .filter(|(_, campaign)| campaign.found(query, general_is_open))
        .collect();
    found.sort_by_key(|(id, campaign)| {
        let first = match query.1.sort {
            CampaignSort::Newest => (0, 0),
            CampaignSort::OldestWait => {
                let wait = campaign.oldest_wait();
                (i64::from(wait.is_none()), -wait.unwrap_or_default())
            }
            CampaignSort::MostUnhandled => (0, -i64::try_from(campaign.unhandled()).unwrap()),
            CampaignSort::DueDate => {
                let due = campaign.due;
                (
                    i64::from(due.is_none()),
                    due.unwrap_or_default().cast_signed(),
                )
            }
        };
        (first, Reverse(*id))
    });
    found.into_iter().map(|(id, _)| *id).collect()
}
