//! The port of one's own account.

use crate::domain::{PersonName, Texter};
use crate::error::AppError;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use http::request::Parts;

/// The account of the viewer, the same in all of their organizations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountPage {
    /// What others see.
    pub name: String,
    /// What they sign in with.
    pub email: String,
    /// Their sessions, this one first, then the latest; of very many the latest only.
    pub sessions: Vec<OwnSession>,
}

/// A session of the viewer: a browser in which they are signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnSession {
    /// The organization that it is in.
    pub organization: String,
    /// The browser, as far as it is known.
    pub browser: Option<Browser>,
    /// When they signed in.
    pub signed_in_at: DateTime<Utc>,
    /// When it was used last, to the hour; not known of one that is about to end for its age.
    pub used_at: Option<DateTime<Utc>>,
    /// Whether it is the one of this request.
    pub is_this: bool,
}

/// A browser by the names of its maker: `Firefox` on `Android`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Browser {
    /// The program.
    pub name: String,
    /// The operating system.
    pub system: String,
}

/// Another password, as it was typed.
#[derive(Clone)]
pub struct PasswordChange {
    /// The one that they have.
    pub current: String,
    /// The one that they want.
    pub new: String,
}

/// The account of whoever is signed in. The request carries the session's handle, which the server put there.
#[async_trait]
pub trait OwnAccount: Send + Sync {
    /// The account.
    ///
    /// # Errors
    /// The database.
    async fn own_account(&self, request: &Parts, viewer: &Texter) -> Result<AccountPage, AppError>;

    /// Gives it another name.
    ///
    /// # Errors
    /// The database.
    async fn rename_account(&self, viewer: &Texter, name: &PersonName) -> Result<(), AppError>;

    /// Gives it another password, and ends all of its sessions; this one goes on under a new id.
    ///
    /// # Errors
    /// The field that is not valid, with its sentence: the current password is wrong; the new one is too short, too long,
    /// easy to guess, or the same. Too many attempts, or too many people at once; the database.
    async fn change_password(
        &self,
        request: &Parts,
        viewer: &Texter,
        change: PasswordChange,
    ) -> Result<(), AppError>;

    /// Ends all of its sessions, this one included.
    ///
    /// # Errors
    /// The database.
    async fn sign_out_everywhere(&self, request: &Parts, viewer: &Texter) -> Result<(), AppError>;
}
