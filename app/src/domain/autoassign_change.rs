//! A change of Autoassign Mode on several campaigns at once, and the versions that it was chosen by.

use super::{AutoassignMode, CampaignId, IdleInterval};
use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

/// What is set on each of several campaigns; what is `None` stays as each has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AutoassignChange {
    /// The first switch.
    pub auto_assign: Option<bool>,
    /// The second switch with its interval; `Some(None)` = off.
    pub auto_release: Option<Option<IdleInterval>>,
}

impl AutoassignChange {
    /// What all of these have in common: it changes none of them.
    pub fn in_common(modes: &[AutoassignMode]) -> Self {
        Self {
            auto_assign: common(modes.iter().map(|mode| mode.auto_assign)),
            auto_release: common(modes.iter().map(|mode| mode.auto_release)),
        }
    }

    /// What a campaign has once it is changed.
    pub fn applied_to(self, mode: AutoassignMode) -> AutoassignMode {
        AutoassignMode {
            auto_assign: self.auto_assign.unwrap_or(mode.auto_assign),
            auto_release: self.auto_release.unwrap_or(mode.auto_release),
        }
    }
}

impl From<AutoassignMode> for AutoassignChange {
    /// Both switches are set.
    fn from(mode: AutoassignMode) -> Self {
        Self {
            auto_assign: Some(mode.auto_assign),
            auto_release: Some(mode.auto_release),
        }
    }
}

fn common<T: PartialEq>(mut values: impl Iterator<Item = T>) -> Option<T> {
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}

/// The versions of the Autoassign Mode of several campaigns, as a page has shown them: what somebody saved since is not
/// overwritten. In a form and an address it is a word for each: `7.3` is version 3 of campaign 7.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AutoassignVersions(Vec<(CampaignId, i32)>);

impl AutoassignVersions {
    /// These.
    pub fn new(versions: impl IntoIterator<Item = (CampaignId, i32)>) -> Self {
        Self(versions.into_iter().collect())
    }

    /// That of a campaign, if the page has shown it.
    pub fn of(&self, campaign: CampaignId) -> Option<i32> {
        let shown = self.0.iter().find(|(shown, _)| *shown == campaign);
        shown.map(|(_, version)| *version)
    }
}

impl fmt::Display for AutoassignVersions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, (campaign, version)) in self.0.iter().enumerate() {
            let space = if index == 0 { "" } else { " " };
            write!(f, "{space}{campaign}.{version}")?;
        }
        Ok(())
    }
}

impl FromStr for AutoassignVersions {
    type Err = Infallible;
    /// A word that is no version counts as absent, so that its campaign is left alone.
    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self(text.split_whitespace().filter_map(version).collect()))
    }
}

fn version(word: &str) -> Option<(CampaignId, i32)> {
    let (campaign, version) = word.split_once('.')?;
    Some((campaign.parse().ok()?, version.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::{AutoassignChange, AutoassignVersions};
    use crate::domain::{AutoassignMode, CampaignId, IdleInterval};

    #[test]
    fn begins_with_what_all_have_in_common_and_changes_none_of_them() {
        let hour = Some(IdleInterval::ONE_HOUR);
        let mode = |auto_assign, auto_release| AutoassignMode {
            auto_assign,
            auto_release,
        };
        let common = |modes: &[AutoassignMode]| {
            let common = AutoassignChange::in_common(modes);
            for one in modes {
                assert_eq!(common.applied_to(*one), *one);
            }
            (common.auto_assign, common.auto_release)
        };
        assert_eq!(
            common(&[mode(true, hour), mode(true, hour)]),
            (Some(true), Some(hour))
        );
        assert_eq!(
            common(&[mode(true, hour), mode(false, hour)]),
            (None, Some(hour))
        );
        assert_eq!(
            common(&[mode(false, hour), mode(false, None)]),
            (Some(false), None)
        );
        assert_eq!(common(&[]), (None, None));
    }

    #[test]
    fn versions_are_read_as_they_are_written() {
        let versions = AutoassignVersions::new([(CampaignId(7), 3), (CampaignId(9), 0)]);
        assert_eq!(versions.to_string(), "7.3 9.0");
        assert_eq!("7.3 9.0".parse(), Ok(versions.clone()));
        assert_eq!("7.3 9 x.1 9.0".parse(), Ok(versions.clone()));
        assert_eq!(versions.of(CampaignId(9)), Some(0));
        assert_eq!(versions.of(CampaignId(8)), None);
    }
}
