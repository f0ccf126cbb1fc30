//! The port of what members are: their roles, and suspensions.

use crate::domain::{Admin, MemberId, ReleaseProgress, Role};
use crate::error::AppError;
use async_trait::async_trait;

/// Another role for a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewRole {
    /// Whose.
    pub member: MemberId,
    /// What the page showed.
    pub was: Role,
    /// What it is to be.
    pub role: Role,
}

/// A suspension that is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Suspension {
    /// Whose.
    pub member: MemberId,
    /// The role that the page showed.
    pub was: Role,
    /// Whether everything that they hold is released.
    pub and_release: bool,
}

/// Roles and suspensions in the viewer's organization. Admins only; what each of them may do to whom is in
/// [`RoleChange`](crate::domain::RoleChange).
#[async_trait]
pub trait MemberRoles: Send + Sync {
    /// Gives a member another role.
    ///
    /// # Errors
    /// No such member; a suspended one, whose suspension is lifted first; the table is against it; changed by somebody
    /// else since; the database.
    async fn change_role(&self, viewer: &Admin, change: NewRole) -> Result<(), AppError>;

    /// Whether the member waits for somebody to decide on a request for texts, which a suspension denies.
    ///
    /// # Errors
    /// The database.
    async fn has_pending_request(&self, viewer: &Admin, member: MemberId)
    -> Result<bool, AppError>;

    /// Suspends a member, which ends their sessions and denies the request that they wait for, and releases what they hold
    /// if that is asked for. The suspension and the order of the release are one commit; what is given back is how far the
    /// release is.
    ///
    /// # Errors
    /// As [`MemberRoles::change_role`].
    async fn suspend(
        &self,
        viewer: &Admin,
        suspension: Suspension,
    ) -> Result<Option<ReleaseProgress>, AppError>;

    /// Releases what a suspended member still holds, as a suspension does; how far the release is, `None` if there is
    /// nothing.
    ///
    /// # Errors
    /// No such member; not suspended; the database.
    async fn release_held(
        &self,
        viewer: &Admin,
        member: MemberId,
    ) -> Result<Option<ReleaseProgress>, AppError>;

    /// Lifts a suspension, and gives the role that it leads to: the one before, and none above the viewer's. It gives
    /// no conversation and no session back.
    ///
    /// # Errors
    /// No such member; not suspended; the database.
    async fn lift_suspension(&self, viewer: &Admin, member: MemberId) -> Result<Role, AppError>;
}
