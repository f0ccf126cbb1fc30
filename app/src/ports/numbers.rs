//! The port of what texts are sent from: numbers and Messaging Services.

use crate::domain::{Admin, Sender, SenderCheck, ServiceKind, TextRate};
use crate::error::AppError;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use sentences::Language;

/// A sender of the organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SenderRow {
    /// The number, or the Messaging Service.
    pub sender: Sender,
    /// Who carries its texts.
    pub service: ServiceKind,
    /// Whether new conversations get it.
    pub in_use: bool,
    /// How many texts a second are handed to the service at most; nothing: as many as there are.
    pub rate: Option<TextRate>,
    /// How many texts wait in the outbox or are being sent; the first 10,000 of the organization are counted.
    pub on_their_way: u32,
    /// Its last text in either direction, if it is among the latest 10,000 of the organization.
    pub last_text_at: Option<DateTime<Utc>>,
}

/// A country with the code that is dialled before its numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallingCode {
    /// Its two letters by ISO 3166.
    pub region: String,
    /// What it is called, in each language that has a word for it.
    pub names: Vec<(Language, &'static str)>,
    /// Such as 1 or 49.
    pub code: u16,
}

impl CallingCode {
    /// Its name in the language of who reads; its letters where that has none.
    pub fn name(&self) -> &str {
        let language = sentences::current();
        let mut names = self.names.iter();
        names
            .find(|(of, _)| *of == language)
            .map_or(&self.region, |(_, name)| name)
    }
}

/// The senders of an organization, and how numbers are read there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumbersPage {
    /// Every sender, those in use first.
    pub senders: Vec<SenderRow>,
    /// Whether this installation has an account at Twilio.
    pub carries_twilio: bool,
    /// Whether a launched campaign is not archived.
    pub has_open_campaign: bool,
    /// The two letters of the country in which numbers without a country code are.
    pub region: String,
    /// What can be chosen instead.
    pub regions: &'static [CallingCode],
}

impl NumbersPage {
    /// Whether new conversations would have no sender without this one, while campaigns text.
    pub fn is_needed(&self, row: &SenderRow) -> bool {
        let in_use = self.senders.iter().filter(|sender| sender.in_use).count();
        row.in_use && in_use == 1 && self.has_open_campaign
    }
}

/// Senders of the viewer's organization. Admins only.
#[async_trait]
pub trait Numbers: Send + Sync {
    /// The senders.
    ///
    /// # Errors
    /// The database.
    async fn numbers(&self, viewer: &Admin) -> Result<NumbersPage, AppError>;

    /// Adds a number or a Messaging Service as a person wrote it, in use.
    ///
    /// # Errors
    /// It is neither, or somebody texts from it already; the service has no account here; too many; the database.
    async fn add_number(
        &self,
        viewer: &Admin,
        sender: &str,
        service: ServiceKind,
    ) -> Result<Sender, AppError>;

    /// Gives the sender to no new conversation any more. Conversations that have it keep it, and what is answered to it
    /// is still received.
    ///
    /// # Errors
    /// No such sender; the last one in use while campaigns text, unless `confirmed`; the database.
    async fn take_number_out_of_use(
        &self,
        viewer: &Admin,
        sender: &Sender,
        confirmed: bool,
    ) -> Result<(), AppError>;

    /// Gives the sender to new conversations again.
    ///
    /// # Errors
    /// No such sender; the database.
    async fn use_number_again(&self, viewer: &Admin, sender: &Sender) -> Result<(), AppError>;

    /// Sets how many texts a second are sent from it at most; `None`: as many as there are.
    ///
    /// # Errors
    /// No such sender; the database.
    async fn save_rate(
        &self,
        viewer: &Admin,
        sender: &Sender,
        rate: Option<TextRate>,
    ) -> Result<(), AppError>;

    /// Has the texts of a sender carried by another service; nothing happens if it carries them.
    ///
    /// # Errors
    /// No such sender; the service has no account here; texts from it are on their way; the database.
    async fn change_service(
        &self,
        viewer: &Admin,
        sender: &Sender,
        service: ServiceKind,
    ) -> Result<(), AppError>;

    /// Removes a sender that is out of use and has no text, so that any organization can add it.
    ///
    /// # Errors
    /// No such sender; it is in use, or has texts; the database.
    async fn remove_number(&self, viewer: &Admin, sender: &Sender) -> Result<(), AppError>;

    /// Asks the message service about the sender.
    ///
    /// # Errors
    /// No such sender; another one of the organization is being tried; the database.
    async fn try_number(&self, viewer: &Admin, sender: &Sender) -> Result<SenderCheck, AppError>;

    /// Sets the country in which numbers without a country code are, by its two letters, if it still is what it `was`
    /// on the page.
    ///
    /// # Errors
    /// No country has these letters; somebody else saved another one since; the database.
    async fn save_region(&self, viewer: &Admin, was: &str, region: &str) -> Result<(), AppError>;
}
