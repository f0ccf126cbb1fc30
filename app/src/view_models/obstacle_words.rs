//! What keeps the replies of a campaign from being handed out, in words.

#[cfg(feature = "ssr")]
use crate::domain::{CampaignId, CampaignRow, CampaignState, HandOutObstacle};
use chrono::{DateTime, Utc};
#[cfg(feature = "ssr")]
use sentences::{admin, page};
use serde::{Deserialize, Serialize};

/// A [`crate::domain::HandOutObstacle`] as a sentence, and with the way to where it is mended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObstacleWords {
    /// The sentence; where there is a moment, it leads up to it.
    pub sentence: String,
    /// When it ends by itself.
    #[serde(with = "chrono::serde::ts_seconds_option")]
    pub ends_at: Option<DateTime<Utc>>,
    /// Where it is mended.
    pub url: String,
    /// What that is called.
    pub link: String,
}

#[cfg(feature = "ssr")]
impl ObstacleWords {
    /// Of an obstacle of this campaign.
    pub fn of(obstacle: HandOutObstacle, campaign: CampaignId) -> Self {
        let sentence = match obstacle {
            HandOutObstacle::NotStarted => page::obstacle_not_started(),
            HandOutObstacle::Archived => page::obstacle_archived(),
            HandOutObstacle::CampaignPaused => page::obstacle_paused(),
            HandOutObstacle::RequestsDisabled => page::obstacle_requests_disabled(),
            HandOutObstacle::NoRepliesPool => page::obstacle_no_replies_pool(),
            HandOutObstacle::NoPoolDraws => page::obstacle_no_pool_draws(),
            HandOutObstacle::NoTeamChosen => page::obstacle_no_team_chosen(),
            HandOutObstacle::NoTeamPool => page::obstacle_no_team_pool(),
            HandOutObstacle::NoTeamMembers => page::obstacle_no_team_members(),
            HandOutObstacle::OutsideHours { .. } => page::obstacle_outside_hours(),
        };
        let (url, link) = mended_at(obstacle, campaign);
        Self {
            sentence: sentence.to_owned(),
            ends_at: match obstacle {
                HandOutObstacle::OutsideHours { opens_at } => Some(opens_at),
                _ => None,
            },
            url,
            link: link.to_owned(),
        }
    }

    /// Each of a campaign, as its page says them. A draft and an archived campaign say so themselves.
    pub fn all_of(row: &CampaignRow) -> Vec<Self> {
        match row.state {
            CampaignState::Started | CampaignState::Paused => {
                let obstacles = row.obstacles.iter();
                obstacles
                    .map(|obstacle| Self::of(*obstacle, row.counts.campaign))
                    .collect()
            }
            CampaignState::Draft | CampaignState::Archived => Vec::new(),
        }
    }
}

/// An obstacle as a mark in the list; none for the state of the campaign, which is marked anyway.
#[cfg(feature = "ssr")]
pub fn obstacle_mark_words(obstacle: HandOutObstacle) -> Option<&'static str> {
    Some(match obstacle {
        HandOutObstacle::NotStarted
        | HandOutObstacle::Archived
        | HandOutObstacle::CampaignPaused => return None,
        HandOutObstacle::RequestsDisabled => page::mark_requests_disabled(),
        HandOutObstacle::NoRepliesPool => page::mark_no_replies_pool(),
        HandOutObstacle::NoPoolDraws => page::mark_no_pool_draws(),
        HandOutObstacle::NoTeamChosen => page::mark_no_team_chosen(),
        HandOutObstacle::NoTeamPool => page::mark_no_team_pool(),
        HandOutObstacle::NoTeamMembers => page::mark_no_team_members(),
        HandOutObstacle::OutsideHours { .. } => page::mark_outside_hours(),
    })
}

/// The page, or the card of the campaign's page, where an obstacle is mended, and what it is called.
#[cfg(feature = "ssr")]
fn mended_at(obstacle: HandOutObstacle, campaign: CampaignId) -> (String, &'static str) {
    let card = |id: &str| format!("/campaigns/{campaign}#{id}");
    match obstacle {
        HandOutObstacle::NotStarted => (card("launch-title"), page::launch()),
        HandOutObstacle::Archived => (card("archive-title"), page::unarchive()),
        HandOutObstacle::CampaignPaused => (card("pause-title"), page::resume()),
        HandOutObstacle::RequestsDisabled
        | HandOutObstacle::NoRepliesPool
        | HandOutObstacle::NoPoolDraws
        | HandOutObstacle::NoTeamPool => ("/assignment".to_owned(), admin::assignment_control()),
        HandOutObstacle::NoTeamChosen => (card("teams"), page::restricted_to_teams()),
        HandOutObstacle::NoTeamMembers => ("/teams".to_owned(), admin::teams()),
        HandOutObstacle::OutsideHours { .. } => {
            (card("basics-title"), page::title_and_texting_hours())
        }
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::{ObstacleWords, obstacle_mark_words};
    use crate::domain::{CampaignId, HandOutObstacle};
    use chrono::{DateTime, Utc};

    #[test]
    fn each_obstacle_leads_to_where_it_is_mended() {
        let opens_at = DateTime::<Utc>::UNIX_EPOCH;
        let words = |obstacle| ObstacleWords::of(obstacle, CampaignId(7));
        for (obstacle, url) in [
            (HandOutObstacle::NotStarted, "/campaigns/7#launch-title"),
            (HandOutObstacle::RequestsDisabled, "/assignment"),
            (HandOutObstacle::NoTeamPool, "/assignment"),
            (HandOutObstacle::NoTeamChosen, "/campaigns/7#teams"),
            (HandOutObstacle::NoTeamMembers, "/teams"),
            (
                HandOutObstacle::OutsideHours { opens_at },
                "/campaigns/7#basics-title",
            ),
        ] {
            assert_eq!(words(obstacle).url, url);
            let mark = obstacle_mark_words(obstacle);
            assert_eq!(mark.is_none(), obstacle.is_state(), "{obstacle:?}");
        }
        let night = words(HandOutObstacle::OutsideHours { opens_at });
        assert_eq!(night.ends_at, Some(opens_at));
        assert_eq!(words(HandOutObstacle::NoPoolDraws).ends_at, None);
    }
}
