//! The port of a person's memberships: joining an organization, and changing to another one.

use crate::domain::{InviteState, InviteToken, OrganizationId, Role, Texter, Viewer};
use crate::error::AppError;
use async_trait::async_trait;
use http::request::Parts;

/// What a link invites to, for whoever has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// The organization.
    pub organization: OrganizationId,
    /// Its name.
    pub organization_name: String,
    /// What those who join may do.
    pub role: Role,
    /// Who made the link, if a person did.
    pub invited_by: Option<String>,
    /// Whether it admits somebody.
    pub state: InviteState,
    /// The viewer's e-mail address.
    pub email: Option<String>,
    /// The role that the viewer has there already.
    pub viewer_role: Option<Role>,
}

/// The form of whoever joins, as it was filled in.
#[derive(Clone)]
pub struct JoinForm {
    /// What others are to see.
    pub name: String,
    /// What they sign in with.
    pub email: String,
    /// The password that they choose, or that of the account that they have.
    pub password: String,
}

/// An organization that somebody may change to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherOrganization {
    /// Which.
    pub organization: OrganizationId,
    /// Its name.
    pub name: String,
}

/// The other organizations of the viewer, in which they are not suspended. The request of whoever has some carries it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherOrganizations(pub Vec<OtherOrganization>);

/// A person's memberships. The request carries the session's handle, which the server put there.
#[async_trait]
pub trait Memberships: Send + Sync {
    /// What a link invites to.
    ///
    /// # Errors
    /// No such link; the database.
    async fn invitation(
        &self,
        token: &InviteToken,
        viewer: Option<&Viewer>,
    ) -> Result<Invitation, AppError>;

    /// Joins with a new account, or with the one that has this e-mail address and password, and starts a session in the
    /// organization. Whoever is a member already only signs in. Gives whether they have joined.
    ///
    /// # Errors
    /// The link has ended; fields that are not valid; a password that is not the account's; suspended there; too many
    /// attempts, or too many people at once; the database.
    async fn join(
        &self,
        request: &Parts,
        token: &InviteToken,
        form: JoinForm,
    ) -> Result<bool, AppError>;

    /// Joins with the viewer's account, and goes on in the organization under a new session id.
    ///
    /// # Errors
    /// The link has ended; suspended there; the database.
    async fn join_as(
        &self,
        request: &Parts,
        viewer: &Texter,
        token: &InviteToken,
    ) -> Result<(), AppError>;

    /// Goes on in another organization of the viewer, under a new session id. What is open in the one before ends.
    ///
    /// # Errors
    /// They are no member there, or suspended; the database.
    async fn choose_organization(
        &self,
        request: &Parts,
        viewer: &Texter,
        organization: OrganizationId,
    ) -> Result<(), AppError>;
}
