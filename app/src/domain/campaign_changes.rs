//! One change of several campaigns, and what became of each.

use super::{AutoassignChange, AutoassignVersions, CampaignId};
use std::str::FromStr;

/// What is done to each of the chosen campaigns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CampaignChange {
    /// Its auto-assign switch is set.
    AutoAssign(bool),
    /// Switches of its Autoassign Mode are set, unless somebody saved it since it was loaded.
    Autoassign {
        /// Which of them, and how.
        change: AutoassignChange,
        /// What the page that asked about it has shown.
        loaded: AutoassignVersions,
    },
    /// It is archived.
    Archive {
        /// Also if people wait for an answer on it.
        confirmed: bool,
    },
}

/// The campaigns that were chosen: each once, and no more than one page can hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ChosenCampaigns(Vec<CampaignId>);

impl ChosenCampaigns {
    /// How many there can be at most, so that a change ends while somebody waits for it.
    pub const MAX: usize = 100;

    /// These, in the order in which they came; those beyond the most are left alone.
    pub fn new(chosen: impl IntoIterator<Item = CampaignId>) -> Self {
        let mut campaigns = Vec::new();
        for campaign in chosen {
            if campaigns.len() < Self::MAX && !campaigns.contains(&campaign) {
                campaigns.push(campaign);
            }
        }
        Self(campaigns)
    }

    /// Each of them.
    pub fn ids(&self) -> &[CampaignId] {
        &self.0
    }
}

/// Why a campaign was left as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftAlone {
    /// It is like that already.
    Already,
    /// People wait for an answer on it, and that was not confirmed.
    SomebodyWaits,
    /// Somebody else saved it since the page that asked about it was loaded.
    SavedMeanwhile,
    /// There is no such campaign in this organization.
    NotFound,
    /// The database was in no position to change it just then.
    NotNow,
}

impl LeftAlone {
    /// Each, in the order in which they are reported.
    pub const ALL: [Self; 5] = [
        Self::SomebodyWaits,
        Self::SavedMeanwhile,
        Self::Already,
        Self::NotNow,
        Self::NotFound,
    ];

    /// The word that addresses use.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Already => "already",
            Self::SomebodyWaits => "somebody_waits",
            Self::SavedMeanwhile => "saved_meanwhile",
            Self::NotFound => "not_found",
            Self::NotNow => "not_now",
        }
    }
}

/// A word that is no reason to leave a campaign alone.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no campaign is left alone because of “{0}”")]
pub struct UnknownLeftAlone(String);

impl FromStr for LeftAlone {
    type Err = UnknownLeftAlone;
    fn from_str(word: &str) -> Result<Self, UnknownLeftAlone> {
        let found = Self::ALL.into_iter().find(|why| why.as_str() == word);
        found.ok_or_else(|| UnknownLeftAlone(word.to_owned()))
    }
}

/// What became of the chosen campaigns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CampaignChanges {
    /// How many were changed.
    pub changed: u32,
    /// Those that were not, and why.
    pub left_alone: Vec<(CampaignId, LeftAlone)>,
}

#[cfg(test)]
mod tests {
    use super::{CampaignId, ChosenCampaigns, LeftAlone};

    #[test]
    fn each_is_chosen_once_and_no_more_than_the_most() {
        let ids = [7, 9, 7].map(CampaignId);
        assert_eq!(ChosenCampaigns::new(ids).ids(), [7, 9].map(CampaignId));
        let many = ChosenCampaigns::new((1..1_000).map(CampaignId));
        assert_eq!(many.ids().len(), ChosenCampaigns::MAX);
    }

    #[test]
    fn reasons_are_read_as_they_are_written() {
        for why in LeftAlone::ALL {
            assert_eq!(why.as_str().parse(), Ok(why));
        }
        assert!("because".parse::<LeftAlone>().is_err());
    }
}
