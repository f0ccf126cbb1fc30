//! The ports, by which the app asks the server: one trait an area. `server/store/src` implements them.

mod approvals;
mod assignment_control;
mod audit_log;
mod bulk_actions;
mod campaign_section;
mod campaign_settings;
mod campaigns;
mod contact_uploads;
mod contacts;
mod conversations;
mod escalations;
mod figures;
mod identity;
mod invites;
mod member_roles;
mod memberships;
mod numbers;
mod opt_outs;
mod own_account;
mod password_resets;
mod people;
mod releases;
mod requests;
mod reviews;
mod second_passes;
mod settings;
mod setup;
mod tags;
mod teams;
mod unmatched;
mod unmessaged;

pub use approvals::Approvals;
pub use assignment_control::{
    AssignmentControl, AssignmentPage, PoolFill, PoolRow, PoolSettings, PoolTeam, RequestRules,
};
pub use audit_log::{AuditActors, AuditLog};
pub use bulk_actions::BulkActions;
pub use campaign_section::{
    CampaignSection, LastSave, SectionSave, SectionVersion, SectionVersions,
};
pub use campaign_settings::{
    BlankField, CampaignBasics, CampaignSettings, CampaignSetup, CampaignTeam, LaunchChecks,
};
pub use campaigns::{CampaignPage, CampaignTabs, Campaigns};
pub use contact_uploads::{
    ContactUploads, PendingUpload, PreviewedContact, PreviewedRow, UploadColumn, UploadPage,
    UploadProgress,
};
pub use contacts::{
    ContactCorrection, ContactDetails, ContactKey, ContactRow, Contacts, ContactsPage, ImportRow,
    UndoableImport,
};
pub use conversations::Conversations;
pub use escalations::Escalations;
pub use figures::Figures;
pub use identity::{Credentials, Identity};
pub use invites::{Invite, Invites, InvitesPage, Undelivered};
pub use member_roles::{MemberRoles, NewRole, Suspension};
pub use memberships::{Invitation, JoinForm, Memberships, OtherOrganization, OtherOrganizations};
pub use numbers::{CallingCode, Numbers, NumbersPage, SenderRow};
pub use opt_outs::{AddedOptOuts, OptOutHistory, OptOuts, OptOutsPage};
pub use own_account::{AccountPage, Browser, OwnAccount, OwnSession, PasswordChange};
pub use password_resets::{PasswordLinkPage, PasswordResets, ResetAccount};
pub use people::{LevelChange, OtherTeams, People, PeoplePage, Person, PersonRow, PersonTeam};
pub use releases::{ReleaseHistory, Releases};
pub use requests::Requests;
pub use reviews::{ReviewChoices, ReviewPage, ReviewRow, ReviewedConversation, Reviews};
pub use second_passes::SecondPasses;
pub use settings::{OrganizationSettings, Settings, SettingsPage};
pub use setup::{FirstSteps, Setup};
pub use tags::{TagBasics, TagRow, Tags};
pub use teams::{
    TeamBasics, TeamChange, TeamEntries, TeamEntry, TeamList, TeamLoss, TeamPart, TeamRow, Teams,
};
pub use unmatched::UnmatchedTexts;
pub use unmessaged::UnmessagedContacts;

use std::sync::Arc;

/// The ports, as the server provides them to pages and server functions through Leptos' context.
#[derive(Clone)]
pub struct Ports {
    /// Signing in and out.
    pub identity: Arc<dyn Identity>,
    /// The account of whoever is signed in.
    pub own_account: Arc<dyn OwnAccount>,
    /// Forgotten passwords.
    pub password_resets: Arc<dyn PasswordResets>,
    /// The first steps of an installation.
    pub setup: Arc<dyn Setup>,
    /// Campaigns and their counts.
    pub campaigns: Arc<dyn Campaigns>,
    /// Figures of campaigns, texters and the organization.
    pub figures: Arc<dyn Figures>,
    /// Releasing replies.
    pub releases: Arc<dyn Releases>,
    /// Second passes.
    pub second_passes: Arc<dyn SecondPasses>,
    /// The request form.
    pub requests: Arc<dyn Requests>,
    /// Deciding on requests.
    pub approvals: Arc<dyn Approvals>,
    /// Threads.
    pub conversations: Arc<dyn Conversations>,
    /// Escalated conversations that nobody has.
    pub escalations: Arc<dyn Escalations>,
    /// Inbound texts that belong to no conversation.
    pub unmatched: Arc<dyn UnmatchedTexts>,
    /// Message Review.
    pub reviews: Arc<dyn Reviews>,
    /// Bulk actions in Message Review.
    pub bulk_actions: Arc<dyn BulkActions>,
    /// Contacts of campaigns.
    pub contacts: Arc<dyn Contacts>,
    /// Contacts of campaigns whom nobody has messaged.
    pub unmessaged: Arc<dyn UnmessagedContacts>,
    /// Files of contacts that are not imported yet.
    pub contact_uploads: Arc<dyn ContactUploads>,
    /// What is set on a campaign's page.
    pub campaign_setup: Arc<dyn CampaignSetup>,
    /// Assignment Control.
    pub assignment: Arc<dyn AssignmentControl>,
    /// Settings of the organization.
    pub settings: Arc<dyn Settings>,
    /// The numbers that texts are sent from.
    pub numbers: Arc<dyn Numbers>,
    /// Opt-outs by number.
    pub opt_outs: Arc<dyn OptOuts>,
    /// Teams.
    pub teams: Arc<dyn Teams>,
    /// Tags.
    pub tags: Arc<dyn Tags>,
    /// The audit log.
    pub audit: Arc<dyn AuditLog>,
    /// Members.
    pub people: Arc<dyn People>,
    /// Invite links.
    pub invites: Arc<dyn Invites>,
    /// Joining an organization, and changing to another one.
    pub memberships: Arc<dyn Memberships>,
    /// Their roles, and suspensions.
    pub member_roles: Arc<dyn MemberRoles>,
}
