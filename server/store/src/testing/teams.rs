//! Teams, and the pools that they draw from.

use super::World;
use app::domain::{CampaignId, PoolId, PoolKind, TagId, TeamId, Viewer};
use app::ports::{AssignmentControl, PoolSettings, TeamChange, TeamPart, Teams};

/// As the form of a new team proposes it.
const PRIORITY: i32 = 100;

impl World {
    /// A team that handles these tags, with these members. Its pool is disabled.
    pub async fn team_for(&self, title: &str, tags: &[TagId], members: &[&Viewer]) -> TeamId {
        let team = self.store.create_team(&self.admin, title, PRIORITY).await;
        let team = team.unwrap();
        let tags = tags.iter().map(|tag| TeamPart::Tag(*tag));
        let members = members.iter().map(|it| TeamPart::Member(it.member));
        for part in tags.chain(members) {
            self.add_to_team(team, part).await;
        }
        team
    }

    /// Makes somebody or something part of a team.
    pub async fn add_to_team(&self, team: TeamId, part: TeamPart) {
        let added = self
            .store
            .change_team(&self.admin, team, part, TeamChange::Add);
        added.await.unwrap();
    }

    /// The pool of a team, enabled, which hands out texts of this kind from these campaigns.
    pub async fn pool_of(&self, team: TeamId, kind: PoolKind, campaigns: &[CampaignId]) -> PoolId {
        for campaign in campaigns {
            self.add_to_team(team, TeamPart::Campaign(*campaign)).await;
        }
        let page = self.store.assignment(&self.admin).await.unwrap();
        let is_theirs = |of: &app::ports::PoolRow| of.team.as_ref().is_some_and(|of| of.id == team);
        let pool = page.pools.into_iter().find(is_theirs).unwrap().settings;
        let enabled = PoolSettings {
            enabled: true,
            kind,
            ..pool
        };
        self.change_pools(vec![enabled]).await;
        pool.pool
    }
}
