//! The port of teams.

use crate::domain::{Admin, CampaignId, MemberId, TagId, TeamId};
use crate::error::AppError;
use async_trait::async_trait;
use std::fmt;

/// A row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamRow {
    /// Which team.
    pub id: TeamId,
    /// What it is called.
    pub title: String,
    /// The lower, the sooner its pool is offered.
    pub priority: i32,
    /// How many members it has.
    pub members: u32,
    /// How many campaigns it may draw from.
    pub campaigns: u32,
    /// The escalation tags that it holds.
    pub tags: Vec<String>,
    /// Whether its pool is enabled.
    pub enabled: bool,
}

/// What the form of a team saves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamBasics {
    /// What it is called.
    pub title: String,
    /// The lower, the sooner its pool is offered.
    pub priority: i32,
}

/// What a team is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TeamPart {
    /// Somebody who draws from its pool.
    Member(MemberId),
    /// A campaign that its pool draws from.
    Campaign(CampaignId),
    /// An escalation tag whose conversations it is trusted with.
    Tag(TagId),
}

/// Names itself as the query of an address: `member=7`.
impl fmt::Display for TeamPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Member(id) => write!(f, "member={id}"),
            Self::Campaign(id) => write!(f, "campaign={id}"),
            Self::Tag(id) => write!(f, "tag={id}"),
        }
    }
}

/// What is done with a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TeamChange {
    /// It becomes part of the team.
    Add,
    /// It is taken out.
    Remove {
        /// Also if nobody can take the texts of some campaigns then.
        confirmed: bool,
    },
}

/// A member, a campaign or a tag, as a team's page lists them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamEntry {
    /// Its id, of whatever kind the list is.
    pub id: i64,
    /// What it is called.
    pub name: String,
    /// What distinguishes it: an e-mail address, a state.
    pub note: String,
}

/// A part of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TeamEntries {
    /// By name.
    pub entries: Vec<TeamEntry>,
    /// After which the next part begins, if there is one.
    pub next: Option<i64>,
}

/// Which list of a team's page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TeamList {
    /// People.
    Members,
    /// Campaigns that are not archived.
    Campaigns,
    /// Escalation tags.
    Tags,
}

/// What goes with a team that is deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TeamLoss {
    /// Texts that lie in its pool now.
    pub in_pool: u32,
    /// Requests that wait for approval.
    pub pending: u32,
    /// Campaigns that nobody else may draw from.
    pub stranded: u32,
}

/// Teams of the viewer's organization. Admins only.
#[async_trait]
pub trait Teams: Send + Sync {
    /// Every team that has `search` in its title, by priority and title: an organization has at most 200.
    ///
    /// # Errors
    /// The database.
    async fn teams(&self, viewer: &Admin, search: &str) -> Result<Vec<TeamRow>, AppError>;

    /// One of them.
    ///
    /// # Errors
    /// No such team; the database.
    async fn team(&self, viewer: &Admin, team: TeamId) -> Result<TeamRow, AppError>;

    /// Who or what is part of it, or (`parts` = false) could become so, by name; `search` narrows.
    ///
    /// # Errors
    /// The database.
    async fn team_entries(
        &self,
        viewer: &Admin,
        team: TeamId,
        list: TeamList,
        parts: bool,
        search: &str,
        after: Option<i64>,
    ) -> Result<TeamEntries, AppError>;

    /// Creates a team with its pool, which is disabled until Assignment Control enables it.
    ///
    /// # Errors
    /// The title is taken, in any case; too many; the database.
    async fn create_team(
        &self,
        viewer: &Admin,
        title: &str,
        priority: i32,
    ) -> Result<TeamId, AppError>;

    /// Saves title and priority, if they still are what they `were`; nothing happens if they are the same.
    ///
    /// # Errors
    /// No such team; somebody else saved it since; the title is taken, in any case; the database.
    async fn save_team(
        &self,
        viewer: &Admin,
        team: TeamId,
        were: &TeamBasics,
        basics: &TeamBasics,
    ) -> Result<(), AppError>;

    /// Adds a part or takes it out; what is so already stays so. Gives how many campaigns nobody could take texts of
    /// then: if there are any and that is not confirmed, nothing is changed.
    ///
    /// # Errors
    /// No such team, or no such part in this organization; the database.
    async fn change_team(
        &self,
        viewer: &Admin,
        team: TeamId,
        part: TeamPart,
        change: TeamChange,
    ) -> Result<u32, AppError>;

    /// How many campaigns nobody could take texts of without this part.
    ///
    /// # Errors
    /// The database.
    async fn stranded_without(
        &self,
        viewer: &Admin,
        team: TeamId,
        part: TeamPart,
    ) -> Result<u32, AppError>;

    /// What deleting it would do.
    ///
    /// # Errors
    /// No such team; the database.
    async fn team_loss(&self, viewer: &Admin, team: TeamId) -> Result<TeamLoss, AppError>;

    /// Deletes it and its pool. What waits in the pool stays as it is, requests that wait for approval
    /// are denied. Campaigns that nobody else may draw from are left to nobody, if that is `confirmed`.
    ///
    /// # Errors
    /// No such team; it leaves campaigns to nobody, which was not confirmed; the database.
    async fn delete_team(
        &self,
        viewer: &Admin,
        team: TeamId,
        confirmed: bool,
    ) -> Result<(), AppError>;
}
