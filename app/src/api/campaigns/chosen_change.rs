//! The words and the addresses of a change of several campaigns: what is done, to which, and what became of it.

use crate::domain::{CampaignChanges, CampaignId, ChosenCampaigns, LeftAlone};
use crate::url::{own_page, with_query};

/// The list, where the page that they were chosen from is none.
const LIST: &str = "/campaigns";
/// The fields of an address that say what became of the chosen ones.
const DONE: &str = "done";
const CHANGED: &str = "changed";
const LEFT: &str = "left";

/// What can be done to the chosen campaigns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChosenChange {
    /// Turn auto-assign on.
    AutoAssignOn,
    /// Turn auto-assign off.
    AutoAssignOff,
    /// Set both switches of Autoassign Mode.
    Autoassign,
    /// Archive them.
    Archive,
}

impl ChosenChange {
    /// Each, in the order in which they are offered.
    pub const ALL: [Self; 4] = [
        Self::AutoAssignOn,
        Self::AutoAssignOff,
        Self::Autoassign,
        Self::Archive,
    ];

    /// The word that forms and addresses use.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::AutoAssignOn => "auto_assign_on",
            Self::AutoAssignOff => "auto_assign_off",
            Self::Autoassign => "autoassign",
            Self::Archive => "archive",
        }
    }
}

/// A word that is nothing which can be done to the chosen campaigns.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("nothing that is done to campaigns is called “{0}”")]
pub struct UnknownChange(String);

impl std::str::FromStr for ChosenChange {
    type Err = UnknownChange;
    fn from_str(word: &str) -> Result<Self, UnknownChange> {
        let found = Self::ALL.into_iter().find(|change| change.as_str() == word);
        found.ok_or_else(|| UnknownChange(word.to_owned()))
    }
}

/// A switch of several campaigns, as forms and addresses have it: on, off, or as each of them has it.
pub fn parse_switch(text: &str) -> Option<bool> {
    match text {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    }
}

/// The list that the campaigns were chosen from, as it came back from a form; else the list as it begins.
pub fn list_page(back: &str) -> &str {
    let path = |page: &&str| page.split(['?', '#']).next() == Some(LIST);
    own_page(back).filter(path).unwrap_or(LIST)
}

/// The page that asks whether to do it.
pub fn chosen_url(change: ChosenChange, chosen: &ChosenCampaigns, back: &str) -> String {
    let ids: Vec<String> = chosen.ids().iter().map(ToString::to_string).collect();
    let mut fields = vec![("change", change.as_str())];
    fields.extend(ids.iter().map(|id| ("campaigns", id.as_str())));
    fields.push(("back", list_page(back)));
    with_query("/campaigns/chosen", &fields)
}

/// The list from which they were chosen, with what became of them.
pub fn changes_url(change: ChosenChange, changes: &CampaignChanges, back: &str) -> String {
    let (path, query) = list_page(back).split_once('?').unwrap_or((LIST, ""));
    // What became of those before them is not said again.
    let kept: Vec<_> = form_urlencoded::parse(query.as_bytes())
        .filter(|(name, _)| ![DONE, CHANGED, LEFT].contains(&&**name))
        .collect();
    let changed = changes.changed.to_string();
    let left = changes.left_alone.iter();
    let left: Vec<String> = left
        .map(|(campaign, why)| format!("{campaign}.{}", why.as_str()))
        .collect();
    let mut fields: Vec<(&str, &str)> = kept.iter().map(|(n, t)| (&**n, &**t)).collect();
    fields.push((DONE, change.as_str()));
    fields.push((CHANGED, &changed));
    fields.extend(left.iter().map(|left| (LEFT, left.as_str())));
    with_query(path, &fields)
}

/// One of the campaigns that were left alone, from an address.
pub fn parse_left_alone(text: &str) -> Option<(CampaignId, LeftAlone)> {
    let (campaign, why) = text.split_once('.')?;
    Some((campaign.parse().ok()?, why.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::{ChosenChange, changes_url, chosen_url, list_page, parse_left_alone};
    use crate::domain::{CampaignChanges, CampaignId, ChosenCampaigns, LeftAlone};

    #[test]
    fn leads_back_to_the_list_and_to_no_other_page() {
        let list = "/campaigns?tab=drafts&q=a%26b";
        assert_eq!(list_page(list), list);
        for other in [
            "",
            "/people",
            "//evil.test/campaigns",
            "/campaigns/7",
            "/campaignsx",
        ] {
            assert_eq!(list_page(other), "/campaigns", "{other}");
        }
    }

    #[test]
    fn what_became_of_them_stands_in_the_address_once() {
        let changes = CampaignChanges {
            changed: 3,
            left_alone: vec![(CampaignId(7), LeftAlone::SomebodyWaits)],
        };
        let back = "/campaigns?q=a%26b&done=archive&changed=9&left=1.already";
        let url = changes_url(ChosenChange::Archive, &changes, back);
        assert_eq!(
            url,
            "/campaigns?q=a%26b&done=archive&changed=3&left=7.somebody_waits"
        );
        assert_eq!(
            parse_left_alone("7.somebody_waits"),
            Some((CampaignId(7), LeftAlone::SomebodyWaits))
        );
        for wrong in ["", "7", "7.because", "x.already", "-1.already"] {
            assert_eq!(parse_left_alone(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_is_asked_about_stands_in_the_address() {
        let chosen = ChosenCampaigns::new([7, 9].map(CampaignId));
        assert_eq!(
            chosen_url(ChosenChange::Autoassign, &chosen, "/campaigns"),
            "/campaigns/chosen?change=autoassign&campaigns=7&campaigns=9&back=%2Fcampaigns"
        );
    }
}
