//! Tags on one conversation, and where an escalated one went.

use super::TagId;
#[cfg(feature = "ssr")]
use sentences::page;
#[cfg(feature = "ssr")]
use std::fmt;

/// One of the organization's tags, beside a conversation that may carry it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagChoice {
    /// Which tag.
    pub id: TagId,
    /// Its title.
    pub title: String,
    /// Whether the conversation carries it.
    pub on: bool,
    /// Whoever reads this may not be given what carries it: with it the conversation goes to the team
    /// that handles it.
    pub takes_away: bool,
}

/// What came of tagging a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tagging {
    /// Its texter keeps it.
    Kept,
    /// It went into the pool, for the team that handles such a tag.
    Escalated,
}

/// Where an escalated conversation went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Escalation {
    /// The escalation tags that it carries.
    pub tags: Vec<String>,
    /// The teams that handle one of them.
    pub teams: Vec<String>,
}

#[cfg(feature = "ssr")]
impl fmt::Display for Escalation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match &self.teams[..] {
            [] => page::escalated_without_a_team(&self.tags.join(", ")),
            teams => page::escalated_to_a_team(&teams.join(", ")),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Escalation;

    #[test]
    fn names_the_team_or_says_that_there_is_none() {
        let words = |teams: &[&str]| {
            Escalation {
                tags: vec!["Threat".into(), "Press".into()],
                teams: teams.iter().map(|team| (*team).to_owned()).collect(),
            }
            .to_string()
        };
        assert_eq!(
            words(&["Care", "Media"]),
            "Escalated to Care, Media; the team that handles it has it now."
        );
        assert!(words(&[]).starts_with("Escalated as Threat, Press. No team"));
    }
}
