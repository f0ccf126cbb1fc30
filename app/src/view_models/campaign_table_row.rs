//! A campaign in the table of the campaigns page, in words.

use super::Mark;
use crate::domain::{AutoReleaseStatus, CampaignCounts};
use serde::{Deserialize, Serialize};

/// A [`crate::domain::CampaignRow`]: what changes while it is looked at as figures, everything else in words, so that a
/// browser need not know how they are made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CampaignTableRow {
    /// What it is called.
    pub title: String,
    /// Its state: first as it is while it is not paused, then as it is while it is.
    pub state: [Mark; 2],
    /// Whether it is paused.
    pub paused: bool,
    /// Its due date, its teams, and what keeps its replies from being handed out.
    pub marks: Vec<Mark>,
    /// Whether it is archived, so that nothing happens on it.
    pub archived: bool,
    /// Whether its conversations are handed out through the request form.
    pub auto_assign: bool,
    /// What automatic release is doing.
    pub auto_release: AutoReleaseStatus,
    /// How many contacts it has.
    pub contacts: String,
    /// Its live figures, and its id.
    pub counts: CampaignCounts,
}

#[cfg(feature = "ssr")]
impl CampaignTableRow {
    /// Of rows, in their order.
    pub fn all(rows: Vec<crate::domain::CampaignRow>) -> Vec<Self> {
        rows.into_iter().map(Self::of).collect()
    }

    fn of(row: crate::domain::CampaignRow) -> Self {
        use crate::domain::CampaignState;
        let archived = row.state == CampaignState::Archived;
        let states = match row.state {
            CampaignState::Started | CampaignState::Paused => {
                [CampaignState::Started, CampaignState::Paused]
            }
            state => [state, state],
        };
        Self {
            state: states.map(state),
            paused: row.state == CampaignState::Paused,
            marks: super::campaign_marks::marks(&row),
            title: row.title,
            archived,
            auto_assign: row.autoassign.mode.auto_assign,
            auto_release: row.autoassign.status,
            contacts: sentences::number(row.contacts),
            counts: row.counts,
        }
    }
}

#[cfg(feature = "ssr")]
fn state(state: crate::domain::CampaignState) -> Mark {
    use crate::domain::CampaignState;
    let class = match state {
        CampaignState::Draft => "tag tag-draft",
        CampaignState::Started => "tag tag-started",
        CampaignState::Paused => "tag tag-running",
        CampaignState::Archived => "tag tag-archived",
    };
    Mark {
        class: class.to_owned(),
        words: state.to_string(),
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::CampaignTableRow;
    use crate::domain::{
        AutoReleasePause, AutoReleaseState, AutoReleaseStatus, AutoassignMode, AutoassignWindow,
        CampaignCounts, CampaignId, CampaignRow, CampaignState, HandOutObstacle, Requesters,
    };
    use crate::view_models::CampaignLiveState;

    fn autoassign(state: AutoReleaseState) -> AutoassignWindow {
        AutoassignWindow {
            mode: AutoassignMode {
                auto_assign: true,
                auto_release: None,
            },
            version: 0,
            status: AutoReleaseStatus { state, last: None },
        }
    }

    fn row() -> CampaignRow {
        CampaignRow {
            title: "Early vote".to_owned(),
            state: CampaignState::Started,
            due_on: None,
            overdue: false,
            autoassign: autoassign(AutoReleaseState::Off),
            requesters: Requesters::Everyone,
            teams: Vec::new(),
            obstacles: Vec::new(),
            contacts: 1_200,
            counts: CampaignCounts {
                campaign: CampaignId(7),
                unsent: 0,
                unhandled: 0,
                in_pool: 0,
                oldest_wait: None,
            },
        }
    }

    fn words(row: CampaignRow) -> Vec<String> {
        let live = CampaignLiveState::of(&row);
        let row = CampaignTableRow::of(row);
        // While the page is open it says the same.
        assert_eq!((live.paused, &live.marks), (row.paused, &row.marks));
        let [started, paused] = row.state;
        let state = if row.paused { paused } else { started };
        let marks = std::iter::once(state).chain(row.marks);
        marks.map(|mark| mark.words).collect()
    }

    #[test]
    fn a_row_names_its_state_its_due_date_and_its_teams() {
        assert_eq!(words(row()), ["Started"]);
        let paused = CampaignRow {
            state: CampaignState::Paused,
            ..row()
        };
        assert_eq!(words(paused), ["Paused"]);
        let row = || CampaignRow {
            due_on: "2026-11-03".parse().ok(),
            teams: vec!["Legal".to_owned(), "Spanish".to_owned()],
            ..row()
        };
        let everyone = ["Started", "Due Nov 3, 2026", "Legal, Spanish"];
        assert_eq!(words(row()), everyone);
        let restricted = CampaignRow {
            overdue: true,
            requesters: Requesters::Teams,
            ..row()
        };
        assert_eq!(
            words(restricted),
            ["Started", "Was due Nov 3, 2026", "Only Legal, Spanish"]
        );
        let archived = CampaignRow {
            state: CampaignState::Archived,
            overdue: true,
            requesters: Requesters::Nobody,
            ..row()
        };
        assert_eq!(
            words(archived),
            ["Archived", "Due Nov 3, 2026", "Only Legal, Spanish"]
        );
    }

    #[test]
    fn a_row_says_once_why_nobody_can_request_its_replies() {
        let with = |obstacles: &[HandOutObstacle], requesters| CampaignRow {
            obstacles: obstacles.to_vec(),
            requesters,
            ..row()
        };
        let requests = [
            HandOutObstacle::RequestsDisabled,
            HandOutObstacle::NoTeamMembers,
        ];
        assert_eq!(
            words(with(&requests, Requesters::Everyone)),
            [
                "Started",
                "No one can request its replies: requests are disabled"
            ]
        );
        assert_eq!(
            words(with(&requests[1..], Requesters::Nobody)),
            ["Started", "Teams only, and none has members"]
        );
        let draft = CampaignRow {
            state: CampaignState::Draft,
            ..with(&requests, Requesters::Everyone)
        };
        assert_eq!(CampaignLiveState::of(&draft).obstacles, []);
        assert_eq!(words(draft), ["Draft"]);
        let opens_at = chrono::DateTime::UNIX_EPOCH;
        let night = || {
            let obstacles = [HandOutObstacle::OutsideHours { opens_at }];
            with(&obstacles, Requesters::Everyone)
        };
        assert_eq!(words(night()), ["Started", "Outside texting hours"]);
        let paused = CampaignRow {
            autoassign: autoassign(AutoReleaseState::Paused(AutoReleasePause::OutsideHours {
                until: opens_at,
            })),
            ..night()
        };
        assert_eq!(words(paused), ["Started"]);
    }
}
