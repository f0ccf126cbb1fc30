//! The port of an organization's settings.

use crate::domain::{Admin, KeptDays, TimeOfDay};
use crate::error::AppError;
use async_trait::async_trait;

/// What is edited of an organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganizationSettings {
    /// What its members see, 1 to 200 characters.
    pub name: String,
    /// The local time at which new campaigns may begin to text; before `texting_until`.
    pub texting_from: TimeOfDay,
    /// The local time from which on they may not any more.
    pub texting_until: TimeOfDay,
    /// The IANA zone of new campaigns, if one was chosen.
    pub time_zone: Option<String>,
    /// Whether members below admins see the last names of contacts.
    pub shows_last_names: bool,
    /// What is texted last to a contact whom a member opts out, with marks of [`crate::domain::SCRIPT_FIELDS`] alone, at
    /// most [`crate::domain::MAX_GOODBYE_CHARACTERS`] long; empty: nothing.
    pub opt_out_goodbye: String,
}

/// The settings, and what a save has to name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingsPage {
    /// By which a save overwrites nobody's.
    pub version: i32,
    /// What is set.
    pub settings: OrganizationSettings,
}

/// Reads and saves them. Admins only.
#[async_trait]
pub trait Settings: Send + Sync {
    /// What is set.
    ///
    /// # Errors
    /// The database.
    async fn organization_settings(&self, viewer: &Admin) -> Result<SettingsPage, AppError>;

    /// Saves all of it, or nothing.
    ///
    /// # Errors
    /// A time zone that there is not; saved by somebody else since `version`; the database.
    async fn save_organization_settings(
        &self,
        viewer: &Admin,
        version: i32,
        settings: OrganizationSettings,
    ) -> Result<(), AppError>;

    /// For how many days after its archiving the messages of a campaign are kept; `None`: for good.
    ///
    /// # Errors
    /// The database.
    async fn kept_messages(&self, viewer: &Admin) -> Result<Option<KeptDays>, AppError>;

    /// Sets it, in the place of what it `was`. What erases messages at once has to be `confirmed`.
    ///
    /// # Errors
    /// Not confirmed; saved by somebody else meanwhile; the database.
    async fn save_kept_messages(
        &self,
        viewer: &Admin,
        was: Option<KeptDays>,
        days: Option<KeptDays>,
        confirmed: bool,
    ) -> Result<(), AppError>;
}
