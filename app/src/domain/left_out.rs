//! The reasons for which a release leaves an idle reply alone, a second pass a contact, and a bulk action a conversation.

#[cfg(feature = "ssr")]
use sentences::page;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// The one reason for which an idle, assigned reply is not released. Where several hold, it is the
/// first in this order: those that no switch lifts come first. The last ones are of second passes and bulk actions alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum LeftOutReason {
    /// The campaign is archived or was never started.
    CampaignClosed,
    /// The campaign is paused.
    CampaignPaused,
    /// The contact opted out.
    OptedOut,
    /// It carries an escalation tag.
    Escalated,
    /// Its texter typed within the last two minutes.
    Composing,
    /// The campaign is restricted to teams, and the switch is off.
    TeamRestricted,
    /// The campaign is not auto-assigned, and "also campaigns with auto-assign off" is not ticked.
    AutoAssignOff,
    /// It is outside the contact's texting hours, and the switch is on.
    OutsideHours,
    /// Of a second pass: the contact was not messaged yet.
    NotMessaged,
    /// Of a second pass: the contact answered, or the conversation is closed.
    Answered,
    /// Of a second pass: the last text is not old enough, or still to go out.
    TextedLately,
    /// Of a bulk action: the member who is to get it has it already.
    AlreadyTheirs,
    /// Of a bulk action: nobody holds it.
    WithNobody,
    /// Of a bulk action: it is closed already.
    AlreadyClosed,
    /// Of a bulk action: it has the tag already.
    AlreadyTagged,
    /// Of a bulk action: it does not have the tag.
    NotTagged,
    /// Of a bulk action: its campaign is restricted to teams that the member is not on.
    OtherTeams,
    /// A reason of a newer version of Baton, whose server has the same database; this one never gives it.
    Newer,
}

impl LeftOutReason {
    /// Every reason that this version gives, in the order in which they are looked at.
    pub const ALL: [Self; 17] = [
        Self::CampaignClosed,
        Self::CampaignPaused,
        Self::OptedOut,
        Self::Escalated,
        Self::Composing,
        Self::TeamRestricted,
        Self::AutoAssignOff,
        Self::OutsideHours,
        Self::NotMessaged,
        Self::Answered,
        Self::TextedLately,
        Self::AlreadyTheirs,
        Self::WithNobody,
        Self::AlreadyClosed,
        Self::AlreadyTagged,
        Self::NotTagged,
        Self::OtherTeams,
    ];

    /// The word that the store uses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::CampaignClosed => "campaign_closed",
            Self::CampaignPaused => "campaign_paused",
            Self::OptedOut => "opted_out",
            Self::Escalated => "escalated",
            Self::Composing => "composing",
            Self::TeamRestricted => "team_restricted",
            Self::AutoAssignOff => "auto_assign_off",
            Self::OutsideHours => "outside_hours",
            Self::NotMessaged => "not_messaged",
            Self::Answered => "answered",
            Self::TextedLately => "texted_lately",
            Self::AlreadyTheirs => "already_theirs",
            Self::WithNobody => "with_nobody",
            Self::AlreadyClosed => "already_closed",
            Self::AlreadyTagged => "already_tagged",
            Self::NotTagged => "not_tagged",
            Self::OtherTeams => "other_teams",
            Self::Newer => "newer",
        }
    }

    /// What a person reads: "12 on archived or draft campaigns".
    #[cfg(feature = "ssr")]
    pub fn counted(self, count: u32) -> String {
        match self {
            Self::CampaignClosed => page::left_out_campaign_closed(count),
            Self::CampaignPaused => page::left_out_campaign_paused(count),
            Self::OptedOut => page::left_out_opted_out(count),
            Self::Escalated => page::left_out_escalated(count),
            Self::Composing => page::left_out_composing(count),
            Self::TeamRestricted => page::left_out_restricted_to_teams(count),
            Self::AutoAssignOff => page::left_out_auto_assign_off(count),
            Self::OutsideHours => page::left_out_outside_hours(count),
            Self::NotMessaged => page::left_out_not_messaged(count),
            Self::Answered => page::left_out_answered(count),
            Self::TextedLately => page::left_out_texted_lately(count),
            Self::AlreadyTheirs => page::left_out_already_theirs(count),
            Self::WithNobody => page::left_out_with_nobody(count),
            Self::AlreadyClosed => page::left_out_already_closed(count),
            Self::AlreadyTagged => page::left_out_already_tagged(count),
            Self::NotTagged => page::left_out_not_tagged(count),
            Self::OtherTeams => page::left_out_other_teams(count),
            Self::Newer => page::left_out_newer(count),
        }
    }
}

impl fmt::Display for LeftOutReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A word that names no reason.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a reason to leave a reply alone")]
pub struct UnknownReason(String);

impl FromStr for LeftOutReason {
    type Err = UnknownReason;
    fn from_str(word: &str) -> Result<Self, UnknownReason> {
        Self::ALL
            .into_iter()
            .find(|reason| reason.as_str() == word)
            .ok_or_else(|| UnknownReason(word.to_owned()))
    }
}

/// How many conversations are left alone for one reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// Why.
    pub reason: LeftOutReason,
    /// How many; never 0.
    pub conversations: u32,
}
