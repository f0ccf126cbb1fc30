//! The port of the people of an organization.

use crate::domain::{ApprovalLevel, MemberId, Role, Viewer};
use crate::error::AppError;
use async_trait::async_trait;

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
    /// Those whose name or e-mail address has `search` in it, after a key.
    ///
    /// # Errors
    /// Not allowed; the database.
    async fn people(
        &self,
        viewer: &Viewer,
        search: &str,
        after: Option<MemberId>,
    ) -> Result<PeoplePage, AppError>;

    /// Saves what differs, all of it or nothing, and says for how many that was.
    ///
    /// # Errors
    /// Not allowed; no such member; changed by somebody else since; the database.
    async fn save_levels(
        &self,
        viewer: &Viewer,
        changes: Vec<LevelChange>,
    ) -> Result<u32, AppError>;
}
