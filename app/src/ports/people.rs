//! The port of the people of an organization.

use crate::domain::{Admin, ApprovalLevel, Holdings, MemberId, Role, TeamId};
use crate::error::AppError;
use async_trait::async_trait;
use chrono::NaiveDate;

/// A member, as the list shows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonRow {
    /// Which member.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// What they sign in with.
    pub email: String,
    /// What they may do.
    pub role: Role,
    /// What becomes of their requests.
    pub level: ApprovalLevel,
    /// How many teams they are on.
    pub teams: u32,
}

/// A page of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeoplePage {
    /// By name.
    pub rows: Vec<PersonRow>,
    /// After whom the next page begins, if there is one.
    pub next: Option<MemberId>,
    /// What new members get.
    pub default_level: ApprovalLevel,
}

/// A member, as their own page shows them to admins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// As in the list.
    pub row: PersonRow,
    /// The day on which they became a member, by the clock of the organization's time zone.
    pub since: NaiveDate,
    /// The role that lifting their suspension leads to; `None`: they are not suspended.
    pub role_before: Option<Role>,
    /// Whether the organization has another owner.
    pub others_own: bool,
    /// What they hold now.
    pub holdings: Holdings,
    /// The teams that they are on, by title.
    pub teams: Vec<PersonTeam>,
}

/// The teams that a member is not on, by title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherTeams {
    /// The first ones.
    pub teams: Vec<PersonTeam>,
    /// Whether there are more.
    pub has_more: bool,
}

/// A team, as the page of a member lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonTeam {
    /// Which team.
    pub id: TeamId,
    /// What it is called.
    pub title: String,
}

/// Another approval level for a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LevelChange {
    /// Whose.
    pub member: MemberId,
    /// What the page showed.
    pub was: ApprovalLevel,
    /// What it is to be.
    pub level: ApprovalLevel,
}

/// People of the viewer's organization. Admins only.
#[async_trait]
pub trait People: Send + Sync {
    /// Those whose name or e-mail address has `search` in it, of this role or any, after a key.
    ///
    /// # Errors
    /// The database.
    async fn people(
        &self,
        viewer: &Admin,
        search: &str,
        role: Option<Role>,
        after: Option<MemberId>,
    ) -> Result<PeoplePage, AppError>;

    /// One of them.
    ///
    /// # Errors
    /// No such member; the database.
    async fn person(&self, viewer: &Admin, member: MemberId) -> Result<Person, AppError>;

    /// The teams that the member is not on, of those with `search` in their title.
    ///
    /// # Errors
    /// The database.
    async fn other_teams(
        &self,
        viewer: &Admin,
        member: MemberId,
        search: &str,
    ) -> Result<OtherTeams, AppError>;

    /// Saves what differs, all of it or nothing, and says for how many that was.
    ///
    /// # Errors
    /// No such member; changed by somebody else since; the database.
    async fn save_levels(&self, viewer: &Admin, changes: Vec<LevelChange>)
    -> Result<u32, AppError>;
}
