//! What the audit log is about.

use std::fmt;
use std::str::FromStr;

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident = $word:literal,)*) => {
        /// A kind of event of the audit log: one for everything that changes what an organization is.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum AuditAction {
            $($(#[$doc])* $name,)*
        }

        impl AuditAction {
            /// Every action, those about people first.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The word in the database, and in addresses.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)*
                }
            }
        }
    };
}

actions! {
    /// An invite link was made.
    InviteMade = "invite_made",
    /// An invite link was revoked.
    InviteRevoked = "invite_revoked",
    /// Somebody joined by a link.
    Joined = "joined",
    /// Somebody was added at the command line.
    MemberAdded = "member_added",
    /// A member has another role.
    RoleChanged = "role_changed",
    /// A member was suspended.
    MemberSuspended = "member_suspended",
    /// A suspension was lifted.
    SuspensionLifted = "suspension_lifted",
    /// A member has another approval level.
    LevelChanged = "level_changed",
    /// Somebody took another name.
    MemberRenamed = "member_renamed",
    /// A link to choose a password was made.
    PasswordLinkMade = "password_link_made",
    /// Somebody changed their password.
    PasswordChanged = "password_changed",
    /// Somebody chose a password by a link.
    PasswordReset = "password_reset",
    /// Somebody ended all of their sessions.
    SignedOutEverywhere = "signed_out_everywhere",
    /// A release was started by hand.
    ReleaseStarted = "release_started",
    /// A release was stopped.
    ReleaseStopped = "release_stopped",
    /// A release was undone.
    ReleaseUndone = "release_undone",
    /// A second pass was started.
    SecondPassStarted = "second_pass_started",
    /// A second pass was undone.
    SecondPassUndone = "second_pass_undone",
    /// A bulk action was started.
    BulkActionStarted = "bulk_action_started",
    /// A request for texts was approved.
    RequestApproved = "request_approved",
    /// A request for texts was denied.
    RequestDenied = "request_denied",
    /// A reply was moved to another campaign.
    ReplyMoved = "reply_moved",
    /// A reply that nobody can answer was marked as done.
    ReplyMarkedDone = "reply_marked_done",
    /// An unmatched text was moved to a contact.
    UnmatchedTextMoved = "unmatched_text_moved",
    /// An unmatched text was marked as done.
    UnmatchedTextDone = "unmatched_text_done",
    /// A campaign was created.
    CampaignCreated = "campaign_created",
    /// A campaign's title, texting hours or zone was saved.
    CampaignBasicsSaved = "campaign_basics_saved",
    /// A campaign was archived.
    CampaignArchived = "campaign_archived",
    /// A campaign was unarchived.
    CampaignUnarchived = "campaign_unarchived",
    /// A campaign was paused.
    CampaignPaused = "campaign_paused",
    /// A campaign was resumed.
    CampaignResumed = "campaign_resumed",
    /// A campaign was created as a copy of another one.
    CampaignCopied = "campaign_copied",
    /// A campaign was launched.
    CampaignLaunched = "campaign_launched",
    /// A campaign's script or due date was saved.
    ScriptSaved = "script_saved",
    /// A campaign's canned responses were saved.
    ResponsesSaved = "responses_saved",
    /// The teams of a campaign were saved.
    CampaignTeamsSaved = "campaign_teams_saved",
    /// A campaign's Autoassign Mode was saved.
    AutoassignSaved = "autoassign_saved",
    /// Contacts were imported.
    ContactsImported = "contacts_imported",
    /// A contact was corrected.
    ContactCorrected = "contact_corrected",
    /// A contact was removed.
    ContactRemoved = "contact_removed",
    /// An import of contacts was undone.
    ImportUndone = "import_undone",
    /// A list of contacts was replaced by another file.
    ContactsReplaced = "contacts_replaced",
    /// A campaign's unmessaged contacts were deleted.
    UnmessagedDeleted = "unmessaged_deleted",
    /// Assignment Control was saved.
    AssignmentSaved = "assignment_saved",
    /// A team was created.
    TeamCreated = "team_created",
    /// A team's title or priority was saved.
    TeamSaved = "team_saved",
    /// A member, a campaign or a tag was added to a team.
    TeamAdded = "team_added",
    /// One was taken out of a team.
    TeamRemoved = "team_removed",
    /// A team was deleted.
    TeamDeleted = "team_deleted",
    /// A tag was created.
    TagCreated = "tag_created",
    /// A tag was saved.
    TagSaved = "tag_saved",
    /// A tag was deleted.
    TagDeleted = "tag_deleted",
    /// The organization was created.
    OrganizationCreated = "organization_created",
    /// The organization's settings were saved.
    SettingsSaved = "settings_saved",
    /// How long messages are kept was saved.
    KeptMessagesSaved = "kept_messages_saved",
    /// A number to text from was added.
    NumberAdded = "number_added",
    /// A number was taken out of use.
    NumberTakenOutOfUse = "number_taken_out_of_use",
    /// A number is in use again.
    NumberUsedAgain = "number_used_again",
    /// A number sends at most so many texts a second.
    NumberRateSaved = "number_rate_saved",
    /// Another service carries the texts of a number.
    NumberServiceChanged = "number_service_changed",
    /// A number was removed.
    NumberRemoved = "number_removed",
    /// The country of the organization's numbers was saved.
    RegionSaved = "region_saved",
    /// An invite link was sent by e-mail.
    InviteMailed = "invite_mailed",
    /// Numbers were opted out by hand.
    OptOutsAdded = "opt_outs_added",
    /// A file of opt-outs was imported.
    OptOutsImported = "opt_outs_imported",
    /// An opt-out was lifted.
    OptOutLifted = "opt_out_lifted",
    /// The opt-outs were exported.
    OptOutsExported = "opt_outs_exported",
    /// The release history was exported.
    ReleasesExported = "releases_exported",
    /// The conversations of a release were exported.
    ReleaseExported = "release_exported",
    /// The contacts of a campaign were exported.
    ContactsExported = "contacts_exported",
    /// The messages of a campaign were exported.
    MessagesExported = "messages_exported",
    /// Figures were exported.
    FiguresExported = "figures_exported",
    /// The audit log was exported.
    AuditExported = "audit_exported",
}

/// A word that names no action.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no action of the audit log")]
pub struct UnknownAction(String);

impl UnknownAction {
    /// The word.
    pub fn word(&self) -> &str {
        &self.0
    }
}

impl FromStr for AuditAction {
    type Err = UnknownAction;

    fn from_str(word: &str) -> Result<Self, UnknownAction> {
        let mut all = Self::ALL.iter().copied();
        all.find(|action| action.as_str() == word)
            .ok_or_else(|| UnknownAction(word.to_owned()))
    }
}

impl fmt::Display for AuditAction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::AuditAction;

    #[test]
    fn reads_back_what_it_writes() {
        for action in AuditAction::ALL {
            assert_eq!(action.to_string().parse(), Ok(*action));
        }
        assert!("painted".parse::<AuditAction>().is_err());
    }
}
