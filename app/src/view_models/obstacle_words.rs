//! What keeps the replies of a campaign from being handed out, in words.

use crate::domain::{CampaignId, HandOutObstacle};
use chrono::{DateTime, Utc};
use sentences::{admin, page};

/// A [`HandOutObstacle`] as a sentence, as a mark in the list, and with the way to where it is mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObstacleWords {
    /// The sentence; where there is a moment, it leads up to it.
    pub sentence: &'static str,
    /// When it ends by itself.
    pub ends_at: Option<DateTime<Utc>>,
    /// The short form; none for the state of the campaign, which is marked anyway.
    pub mark: Option<&'static str>,
    /// Where it is mended.
    pub url: String,
    /// What that is called.
    pub link: &'static str,
}

impl ObstacleWords {
    /// Of an obstacle of this campaign.
    pub fn of(obstacle: HandOutObstacle, campaign: CampaignId) -> Self {
        let (sentence, mark) = match obstacle {
            HandOutObstacle::NotStarted => (page::obstacle_not_started(), None),
            HandOutObstacle::Archived => (page::obstacle_archived(), None),
            HandOutObstacle::CampaignPaused => (page::obstacle_paused(), None),
            HandOutObstacle::RequestsDisabled => (
                page::obstacle_requests_disabled(),
                Some(page::mark_requests_disabled()),
            ),
            HandOutObstacle::NoRepliesPool => (
                page::obstacle_no_replies_pool(),
                Some(page::mark_no_replies_pool()),
            ),
            HandOutObstacle::NoPoolDraws => (
                page::obstacle_no_pool_draws(),
                Some(page::mark_no_pool_draws()),
            ),
            HandOutObstacle::NoTeamChosen => (
                page::obstacle_no_team_chosen(),
                Some(page::mark_no_team_chosen()),
            ),
            HandOutObstacle::NoTeamPool => (
                page::obstacle_no_team_pool(),
                Some(page::mark_no_team_pool()),
            ),
            HandOutObstacle::NoTeamMembers => (
                page::obstacle_no_team_members(),
                Some(page::mark_no_team_members()),
            ),
            HandOutObstacle::OutsideHours { .. } => (
                page::obstacle_outside_hours(),
                Some(page::mark_outside_hours()),
            ),
        };
        let (url, link) = mended_at(obstacle, campaign);
        Self {
            sentence,
            ends_at: match obstacle {
                HandOutObstacle::OutsideHours { opens_at } => Some(opens_at),
                _ => None,
            },
            mark,
            url,
            link,
        }
    }
}

/// The page, or the card of the campaign's page, where an obstacle is mended, and what it is called.
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

#[cfg(test)]
mod tests {
    use super::ObstacleWords;
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
            let words = words(obstacle);
            assert_eq!(words.url, url);
            assert_eq!(words.mark.is_none(), obstacle.is_state(), "{obstacle:?}");
        }
        let night = words(HandOutObstacle::OutsideHours { opens_at });
        assert_eq!(night.ends_at, Some(opens_at));
        assert_eq!(words(HandOutObstacle::NoPoolDraws).ends_at, None);
    }
}
