//! The port of invite links.

use crate::domain::{
    Admin, ApprovalLevel, InviteId, InviteState, InviteToken, MailFailure, MailRecipients,
    NewInvite, Role,
};
use crate::error::AppError;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use sentences::Language;

/// A link, as admins see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invite {
    /// Which link.
    pub id: InviteId,
    /// What those who join may do.
    pub role: Role,
    /// The teams that they are put on, by title.
    pub teams: Vec<String>,
    /// Their approval level; none: the organization's default when they join.
    pub level: Option<ApprovalLevel>,
    /// How many have joined.
    pub uses: u32,
    /// How many may; none: without limit.
    pub max_uses: Option<u32>,
    /// When it ends.
    pub expires_at: DateTime<Utc>,
    /// Who made it; none: somebody at the command line.
    pub made_by: Option<String>,
    /// Whether it admits somebody.
    pub state: InviteState,
    /// The link's secret, as long as it is open, for admins who could have made it: by a link for owners, an admin would
    /// become one.
    pub token: Option<InviteToken>,
    /// The addresses that it did not reach by e-mail, as long as it is open.
    pub undelivered: Vec<Undelivered>,
    /// Whether the viewer may revoke it: it is open, or would be again if its maker had their role back.
    pub may_revoke: bool,
}

/// An address that a link did not reach by e-mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undelivered {
    /// The address.
    pub address: String,
    /// Why the e-mail was given up.
    pub reason: MailFailure,
    /// When.
    pub at: DateTime<Utc>,
}

/// A page of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitesPage {
    /// The latest first.
    pub rows: Vec<Invite>,
    /// Before which the next page begins, if there is one.
    pub next: Option<InviteId>,
}

/// Links by which people join the viewer's organization. Admins only.
#[async_trait]
pub trait Invites: Send + Sync {
    /// The links, before a key.
    ///
    /// # Errors
    /// The database.
    async fn invites(
        &self,
        viewer: &Admin,
        before: Option<InviteId>,
    ) -> Result<InvitesPage, AppError>;

    /// One of them.
    ///
    /// # Errors
    /// No such link; the database.
    async fn invite(&self, viewer: &Admin, invite: InviteId) -> Result<Invite, AppError>;

    /// Makes a link.
    ///
    /// # Errors
    /// The viewer may not give that role any more; a team that does not exist; the database.
    async fn create_invite(&self, viewer: &Admin, new: &NewInvite) -> Result<InviteId, AppError>;

    /// Ends a link. One that has ended stays as it is.
    ///
    /// # Errors
    /// No such link; it gives a role above the viewer's own; the database.
    async fn revoke_invite(&self, viewer: &Admin, invite: InviteId) -> Result<(), AppError>;

    /// Puts e-mails with an open link into the outbox, in a language, all of them or none. `false` if there are more
    /// recipients than may still join by it. It is not asked who of them has an account.
    ///
    /// # Errors
    /// No such link; it gives a role above the viewer's own, or is not open any more; more e-mails than the
    /// organization may send in a day; the database.
    async fn send_invite(
        &self,
        viewer: &Admin,
        invite: InviteId,
        recipients: &MailRecipients,
        language: Language,
    ) -> Result<bool, AppError>;
}
