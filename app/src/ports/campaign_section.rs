//! The sections of a campaign's page, each of which is saved on its own.

use chrono::{DateTime, Utc};

/// A part of a campaign's page that is saved by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CampaignSection {
    /// Title, texting hours and zone.
    Basics,
    /// Script and due date.
    Script,
    /// Canned responses.
    Responses,
    /// Teams.
    Teams,
}

impl CampaignSection {
    /// The name of its form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Basics => "basics",
            Self::Script => "script",
            Self::Responses => "responses",
            Self::Teams => "teams",
        }
    }
}

/// What is set in a section, as a save names it: another one for other contents, and the same for the same.
/// An empty one stands for any, for who has loaded nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SectionVersion(pub String);

impl SectionVersion {
    /// Whether what is set now is what was loaded.
    pub fn stands_for(&self, now: &Self) -> bool {
        self.0.is_empty() || self == now
    }
}

/// The version of each section.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SectionVersions {
    /// Of title, texting hours and zone.
    pub basics: SectionVersion,
    /// Of script and due date.
    pub script: SectionVersion,
    /// Of the canned responses.
    pub responses: SectionVersion,
    /// Of the teams.
    pub teams: SectionVersion,
}

impl SectionVersions {
    /// Each with its section.
    pub fn each(&self) -> [(CampaignSection, &SectionVersion); 4] {
        [
            (CampaignSection::Basics, &self.basics),
            (CampaignSection::Script, &self.script),
            (CampaignSection::Responses, &self.responses),
            (CampaignSection::Teams, &self.teams),
        ]
    }

    /// Whether every section that is set now is the one that was loaded.
    pub fn stand_for(&self, now: &Self) -> bool {
        let mut pairs = self.each().into_iter().zip(now.each());
        pairs.all(|((_, loaded), (_, now))| loaded.stands_for(now))
    }
}

/// How a section is saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionSave {
    /// The version that it was loaded with: a save overwrites no other one.
    pub version: SectionVersion,
    /// Nobody pressed a button. Only of a draft, of which nothing is sent.
    pub by_itself: bool,
}

/// Who saved a section last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastSave {
    /// The member's name; none: somebody at the command line.
    pub by: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
}
