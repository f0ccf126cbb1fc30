//! What the campaigns page is asked for: a tab, a search, filters and an order, which together are its address.

use super::CampaignId;
use std::fmt;
use std::str::FromStr;

/// A word, number or key in the address of the campaigns page that means nothing. The page passes over it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the campaigns page knows no “{0}”")]
pub struct UnknownCampaignWord(String);

/// An enum whose values stand in addresses, each as a word.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $value:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
        pub enum $name {
            $($(#[$of])* $value,)*
        }

        impl $name {
            /// Each, in the order in which the page offers them.
            pub const ALL: &'static [Self] = &[$(Self::$value),*];

            /// The word that addresses and statements use.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$value => $word,)*
                }
            }
        }

        impl FromStr for $name {
            type Err = UnknownCampaignWord;
            fn from_str(word: &str) -> Result<Self, UnknownCampaignWord> {
                let found = Self::ALL.iter().find(|value| value.as_str() == word);
                found.copied().ok_or_else(|| UnknownCampaignWord(word.to_owned()))
            }
        }
    };
}

words! {
    /// The tabs of the page: each campaign is in one of them.
    CampaignTab {
        /// Started, and not archived.
        #[default]
        Current = "current",
        /// Not started, and not archived.
        Drafts = "drafts",
        /// Archived, whether it ran or not.
        Archived = "archived",
    }
}

words! {
    /// The orders of the page. Campaigns that are equal in one stand newest first.
    CampaignSort {
        /// Who has waited longest first; where nobody waits last.
        #[default]
        OldestWait = "oldest_wait",
        /// The newest first.
        Newest = "newest",
        /// The most replies that texters hold and have not answered first.
        MostUnhandled = "most_unhandled",
        /// The earliest due date first; those without one last.
        DueDate = "due_date",
    }
}

words! {
    /// A switch that campaigns are filtered by.
    SwitchFilter {
        /// Those where it is on, and those where it is off.
        #[default]
        Any = "any",
        /// Only where it is on.
        On = "on",
        /// Only where it is off.
        Off = "off",
    }
}

impl SwitchFilter {
    /// How the switch has to stand, if that matters.
    pub fn wanted(self) -> Option<bool> {
        match self {
            Self::Any => None,
            Self::On => Some(true),
            Self::Off => Some(false),
        }
    }
}

/// A part of a title, in any case. No longer than a title can be: what is beyond that is cut off, and a
/// search without it finds what there is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TitleSearch(String);

impl TitleSearch {
    /// The longest, in characters: as long as a title can be.
    pub const MAX_CHARACTERS: usize = 200;

    /// The search for what was typed, without the space around it and without what no text can hold.
    pub fn new(typed: &str) -> Self {
        let text = typed.trim().chars().filter(|letter| *letter != '\0');
        Self(text.take(Self::MAX_CHARACTERS).collect())
    }

    /// What is searched for; empty = every title.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The filters, all of which have to hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CampaignFilter {
    /// Their title has this in it.
    pub title: TitleSearch,
    /// Their due date has passed.
    pub overdue: bool,
    /// How auto-assign stands.
    pub auto_assign: SwitchFilter,
    /// How auto-release stands, whether it is paused or not.
    pub auto_release: SwitchFilter,
    /// Someone waits for an answer.
    pub somebody_waits: bool,
    /// No enabled pool that somebody may request from hands out their replies, however auto-assign stands.
    pub no_pool: bool,
}

/// All that the page is asked for, but where it begins.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CampaignQuery {
    /// Which tab.
    pub tab: CampaignTab,
    /// Which of them.
    pub filter: CampaignFilter,
    /// In which order.
    pub sort: CampaignSort,
}

/// Where a page of campaigns begins: behind this one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CampaignKey {
    /// What the order goes by, as a number, of which the lowest comes first.
    pub rank: i64,
    /// Which campaign. Of the same rank, the highest comes first.
    pub campaign: CampaignId,
}

impl fmt::Display for CampaignKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.rank, self.campaign)
    }
}

impl FromStr for CampaignKey {
    type Err = UnknownCampaignWord;
    fn from_str(text: &str) -> Result<Self, UnknownCampaignWord> {
        let key = text.split_once('.').and_then(|(rank, campaign)| {
            Some(Self {
                rank: rank.parse().ok()?,
                campaign: campaign.parse().ok()?,
            })
        });
        key.ok_or_else(|| UnknownCampaignWord(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::{CampaignKey, CampaignSort, CampaignTab, TitleSearch};
    use crate::domain::CampaignId;

    #[test]
    fn words_and_keys_are_read_as_they_are_written() {
        for sort in CampaignSort::ALL {
            assert_eq!(sort.as_str().parse(), Ok(*sort));
        }
        assert!("Current".parse::<CampaignTab>().is_err());
        let key = CampaignKey {
            rank: -12,
            campaign: CampaignId(7),
        };
        assert_eq!(key.to_string().parse(), Ok(key));
        for wrong in [
            "",
            ".",
            "7",
            "1.0",
            "1.-7",
            "1.7.7",
            "a.7",
            "99999999999999999999.7",
        ] {
            assert!(wrong.parse::<CampaignKey>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_search_is_no_longer_than_a_title() {
        let long = format!("  é\0{}", "x".repeat(100_000));
        assert_eq!(
            TitleSearch::new(&long).as_str(),
            format!("é{}", "x".repeat(199))
        );
        assert_eq!(TitleSearch::new(" \0 "), TitleSearch::default());
    }
}
