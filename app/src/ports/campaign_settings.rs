//! The port of a campaign's settings, and of its launch.

use crate::domain::{
    Admin, CampaignChange, CampaignChanges, CampaignId, CampaignState, CannedResponse,
    ChosenCampaigns, CopyKey, CreateKey, TeamId, TimeOfDay,
};
use crate::error::AppError;
use crate::ports::{CampaignSection, LastSave, SectionSave, SectionVersions};
use async_trait::async_trait;
use chrono::NaiveDate;

/// A team that the campaign may be given to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CampaignTeam {
    /// Which team.
    pub id: TeamId,
    /// What it is called.
    pub title: String,
    /// How many members it has.
    pub members: u32,
    /// Whether its pool draws from this campaign.
    pub chosen: bool,
}

/// What a campaign is called, and when its contacts may be texted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CampaignBasics {
    /// What texters and admins see, 1 to 200 characters.
    pub title: String,
    /// What texters see under it; empty, or at most 500 characters.
    pub description: String,
    /// The local time at which texting may begin; before `texting_until`.
    pub texting_from: TimeOfDay,
    /// The local time from which on nobody is texted.
    pub texting_until: TimeOfDay,
    /// The IANA zone of contacts whose own zone is not known.
    pub time_zone: String,
}

/// A field that a script names without a default, and that is blank for some contacts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlankField {
    /// As the script names it.
    pub field: String,
    /// For how many.
    pub contacts: u32,
    /// What up to three of them are called, by a name that is not blank, or by their cell.
    pub some_of_them: Vec<String>,
}

/// What a campaign lacks before it can be launched, and what is to be known before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaunchChecks {
    /// Somebody to text.
    pub has_contacts: bool,
    /// Something to say.
    pub has_script: bool,
    /// A number to text from.
    pub has_sending_number: bool,
    /// An enabled pool that would hand out its initial messages, to somebody who may request them.
    pub has_initials_pool: bool,
    /// The same of the replies that come in.
    pub has_replies_pool: bool,
    /// The marks of the script whose field no contact has. None of an archived campaign.
    pub unknown_fields: Vec<String>,
    /// The same of the canned responses.
    pub unknown_in_responses: Vec<String>,
    /// What is blank for some contacts, of the script's fields and of the responses'. None of an
    /// archived campaign.
    pub blank_fields: Vec<BlankField>,
}

impl LaunchChecks {
    /// Nothing is missing. Without pools, and with blank fields, it can be launched all the same.
    pub fn ready(&self) -> bool {
        self.has_contacts
            && self.has_script
            && self.has_sending_number
            && self.unknown_fields.is_empty()
            && self.unknown_in_responses.is_empty()
    }
}

/// All of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CampaignSettings {
    /// What a save of a section has to name, so that it overwrites nobody's.
    pub versions: SectionVersions,
    /// Whether it runs.
    pub state: CampaignState,
    /// Title, texting hours and zone.
    pub basics: CampaignBasics,
    /// The first text.
    pub script: String,
    /// The canned responses, in the order in which texters see them.
    pub responses: Vec<CannedResponse>,
    /// The last day on which first texts are handed out.
    pub due_on: Option<NaiveDate>,
    /// Whether that day is over in the campaign's zone.
    pub overdue: bool,
    /// Texting hours as people read them: `9:00 AM to 9:00 PM, America/New_York`.
    pub hours: String,
    /// Only the chosen teams are given its texts.
    pub team_restricted: bool,
    /// Every team of the organization.
    pub teams: Vec<CampaignTeam>,
    /// What the script may name, besides [`crate::domain::SCRIPT_FIELDS`].
    pub custom_fields: Vec<String>,
    /// What stands against its launch.
    pub checks: LaunchChecks,
    /// What the page's form that copies it is known by, another one each time: of two presses one is the copy.
    pub copy_key: CopyKey,
}

/// Campaigns of the viewer's organization. Admins only.
#[async_trait]
pub trait CampaignSetup: Send + Sync {
    /// What is set.
    ///
    /// # Errors
    /// No such campaign; the database.
    async fn settings(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
    ) -> Result<CampaignSettings, AppError>;

    /// What a form that creates a campaign is known by, another one each time: of two presses one is the campaign.
    fn create_key(&self) -> CreateKey;

    /// Creates a draft without contacts. Where the form with this `key` has made one with this title before, it is that one.
    ///
    /// # Errors
    /// A time zone that there is not; the database.
    async fn create(
        &self,
        viewer: &Admin,
        basics: &CampaignBasics,
        key: Option<CreateKey>,
    ) -> Result<CampaignId, AppError>;

    /// Copies a campaign: a draft with its script, canned responses, texting hours, zone and teams, and with its due date
    /// if that has not passed. Contacts and Autoassign Mode are not copied. Where a copy with this `key` was made before, it is that
    /// one.
    ///
    /// # Errors
    /// No such campaign; the database.
    async fn copy(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        title: &str,
        key: CopyKey,
    ) -> Result<CampaignId, AppError>;

    /// Saves title, texting hours and zone.
    ///
    /// # Errors
    /// No such campaign; a time zone that there is not; saved by somebody else since; the database.
    async fn save_basics(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        save: &SectionSave,
        basics: &CampaignBasics,
    ) -> Result<(), AppError>;

    /// Saves script and due date.
    ///
    /// # Errors
    /// No such campaign; saved by somebody else since; the database.
    async fn save_script(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        save: &SectionSave,
        script: &str,
        due_on: Option<NaiveDate>,
    ) -> Result<(), AppError>;

    /// Saves the canned responses, all of them, in this order: those that are not among them are removed.
    ///
    /// # Errors
    /// No such campaign; of a campaign that was launched, a field that no contact has; saved by somebody else since; the
    /// database.
    async fn save_responses(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        save: &SectionSave,
        responses: &[CannedResponse],
    ) -> Result<(), AppError>;

    /// Saves which teams draw from it, and whether nobody else does; also if nobody can take its replies then, if that
    /// is
    /// `confirmed`.
    ///
    /// # Errors
    /// No such campaign; a team of another organization; saved by somebody else since
    /// `version`; nobody could take its replies, which was not confirmed; the database.
    async fn save_teams(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        save: &SectionSave,
        restricted: bool,
        teams: Vec<TeamId>,
        confirmed: bool,
    ) -> Result<(), AppError>;

    /// Who saved a section last, if that is known.
    ///
    /// # Errors
    /// The database.
    async fn last_save(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        section: CampaignSection,
    ) -> Result<Option<LastSave>, AppError>;

    /// Launches a draft as it was `loaded`, and turns auto-assign on with it if that is asked for; if not, it stays as it
    /// is.
    ///
    /// # Errors
    /// No such campaign; no draft; a section was saved since it was loaded; something is missing; the database.
    async fn launch(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        loaded: &SectionVersions,
        auto_assign: bool,
    ) -> Result<(), AppError>;

    /// Pauses a campaign: nothing of it is sent, handed out or released until it is resumed, and what is in the outbox
    /// waits. What is held stays with its texter. Also if people wait for an answer on it, if that is `confirmed`. One
    /// that is paused already stays as it is.
    ///
    /// # Errors
    /// No such campaign; a draft, or an archived one; people wait, which was not confirmed; the database.
    async fn pause(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        confirmed: bool,
    ) -> Result<(), AppError>;

    /// Resumes a campaign: what waited in the outbox goes out within texting hours. The clocks of its conversations
    /// went on. One that is not paused stays as it is: whether it was.
    ///
    /// # Errors
    /// No such campaign; a draft, or an archived one; the database.
    async fn resume(&self, viewer: &Admin, campaign: CampaignId) -> Result<bool, AppError>;

    /// Archives a campaign: nothing of it is sent, handed out or released. Also if people wait for an answer on it, if
    /// that is `confirmed`. One that is archived already stays as it is.
    ///
    /// # Errors
    /// No such campaign; people wait, which was not confirmed; the database.
    async fn archive(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        confirmed: bool,
    ) -> Result<(), AppError>;

    /// Unarchives a campaign, which is a draft, paused or runs again, as before. The clocks of its conversations went on.
    /// One that is not archived stays as it is: whether it was.
    ///
    /// # Errors
    /// No such campaign; the database.
    async fn unarchive(&self, viewer: &Admin, campaign: CampaignId) -> Result<bool, AppError>;

    /// Changes each of the chosen campaigns that its own rule allows to be changed, one after the other: what is
    /// changed stays so if a later one cannot be. Autoassign Mode that somebody saved since it was loaded is left alone.
    ///
    /// # Errors
    /// None of them was tried.
    async fn change_chosen(
        &self,
        viewer: &Admin,
        chosen: &ChosenCampaigns,
        change: CampaignChange,
    ) -> Result<CampaignChanges, AppError>;
}
