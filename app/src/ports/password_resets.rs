//! The port of forgotten passwords: links with which somebody chooses a new one.

use crate::domain::{Admin, MemberId, PasswordLinkRefusal};
use crate::error::AppError;
use async_trait::async_trait;
use http::request::Parts;

/// The page on which an admin makes a link for a member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasswordLinkPage {
    /// The member's name.
    pub name: String,
    /// What they sign in with.
    pub email: String,
    /// The link that this browser has just made. It can be read this once.
    pub link: Option<String>,
    /// Why the viewer cannot make one.
    pub refusal: Option<PasswordLinkRefusal>,
}

/// The account that a link opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResetAccount {
    /// The person's name.
    pub name: String,
    /// What they sign in with.
    pub email: String,
}

/// Links with which somebody chooses a new password: each works once, for an hour, until another is made for the same
/// account or its password changes. A request carries the session's handle, which the server put there.
#[async_trait]
pub trait PasswordResets: Send + Sync {
    /// The member, and the link if it was made by the request before this one.
    ///
    /// # Errors
    /// No such member; the database.
    async fn password_link(
        &self,
        request: &Parts,
        viewer: &Admin,
        member: MemberId,
    ) -> Result<PasswordLinkPage, AppError>;

    /// Makes a link for a member, which the browser's next request for [`PasswordResets::password_link`] is shown.
    ///
    /// # Errors
    /// No such member; one for whom the viewer may not make a link, with the reason; the database.
    async fn make_password_link(
        &self,
        request: &Parts,
        viewer: &Admin,
        member: MemberId,
    ) -> Result<(), AppError>;

    /// Whether links can be sent by e-mail.
    fn sends_mail(&self) -> bool;

    /// Has a link sent to an address, if somebody signs in with it; it is not said whether somebody does.
    ///
    /// # Errors
    /// An address that is none, too many requests for it or from this network; the database.
    async fn send_link(&self, request: &Parts, email: &str) -> Result<(), AppError>;

    /// The account of a link's token; `None` if it has ended or never was.
    ///
    /// # Errors
    /// The database.
    async fn reset_account(&self, token: &str) -> Result<Option<ResetAccount>, AppError>;

    /// Gives the account another password, ends all of its sessions, and signs in here. Of two at once one does.
    ///
    /// # Errors
    /// [`AppError::NotFound`] for a token that has ended or never was. The field `new` with its sentence: the password is
    /// too short, too long or easy to guess. Too many people at once; the database.
    async fn choose_password(
        &self,
        request: &Parts,
        token: &str,
        new: String,
    ) -> Result<(), AppError>;
}
