//! The actions of the audit log, in words.

use crate::domain::AuditAction;
use sentences::page;

/// What somebody did.
pub fn audit_action_words(action: AuditAction) -> &'static str {
    match action {
        AuditAction::InviteMade => page::audit_invite_made(),
        AuditAction::InviteRevoked => page::audit_invite_revoked(),
        AuditAction::Joined => page::audit_joined(),
        AuditAction::RoleChanged => page::audit_role_changed(),
        AuditAction::MemberSuspended => page::audit_member_suspended(),
        AuditAction::SuspensionLifted => page::audit_suspension_lifted(),
        AuditAction::LevelChanged => page::audit_level_changed(),
        AuditAction::PasswordLinkMade => page::audit_password_link_made(),
        AuditAction::PasswordChanged => page::audit_password_changed(),
        AuditAction::PasswordReset => page::audit_password_reset(),
        AuditAction::SignedOutEverywhere => page::audit_signed_out_everywhere(),
        AuditAction::ReleaseStarted => page::audit_release_started(),
        AuditAction::ReleaseStopped => page::audit_release_stopped(),
        AuditAction::ReleaseUndone => page::audit_release_undone(),
        AuditAction::RequestApproved => page::audit_request_approved(),
        AuditAction::RequestDenied => page::audit_request_denied(),
        AuditAction::ReplyMoved => page::audit_reply_moved(),
        AuditAction::CampaignCreated => page::audit_campaign_created(),
        AuditAction::CampaignBasicsSaved => page::audit_campaign_basics_saved(),
        AuditAction::CampaignArchived => page::audit_campaign_archived(),
        AuditAction::CampaignUnarchived => page::audit_campaign_unarchived(),
        AuditAction::CampaignLaunched => page::audit_campaign_launched(),
        AuditAction::ScriptSaved => page::audit_script_saved(),
        AuditAction::CampaignTeamsSaved => page::audit_campaign_teams_saved(),
        AuditAction::AutoassignSaved => page::audit_autoassign_saved(),
        AuditAction::ContactsImported => page::audit_contacts_imported(),
        AuditAction::AssignmentSaved => page::audit_assignment_saved(),
        AuditAction::TeamCreated => page::audit_team_created(),
        AuditAction::TeamSaved => page::audit_team_saved(),
        AuditAction::TeamAdded => page::audit_team_added(),
        AuditAction::TeamRemoved => page::audit_team_removed(),
        AuditAction::TeamDeleted => page::audit_team_deleted(),
        AuditAction::TagCreated => page::audit_tag_created(),
        AuditAction::TagSaved => page::audit_tag_saved(),
        AuditAction::TagDeleted => page::audit_tag_deleted(),
        AuditAction::OrganizationCreated => page::audit_organization_created(),
        AuditAction::SettingsSaved => page::audit_settings_saved(),
        AuditAction::NumberAdded => page::audit_number_added(),
        AuditAction::NumberTakenOutOfUse => page::audit_number_taken_out_of_use(),
        AuditAction::NumberUsedAgain => page::audit_number_used_again(),
        AuditAction::RegionSaved => page::audit_region_saved(),
        AuditAction::InviteMailed => page::audit_invite_mailed(),
        AuditAction::ReleasesExported => page::audit_releases_exported(),
        AuditAction::AuditExported => page::audit_audit_exported(),
    }
}
