//! The marks of a campaign: its due date, who may request its texts, and why nobody can.

use serde::{Deserialize, Serialize};

/// A mark under a campaign's title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Its class in the style sheet, by how much it matters.
    pub class: String,
    /// "Only Legal, Spanish".
    pub words: String,
}

/// Due date, why nobody can request its replies, and who may request its texts if that is not everybody.
#[cfg(feature = "ssr")]
pub(super) fn marks(row: &crate::domain::CampaignRow) -> Vec<Mark> {
    use crate::domain::{CampaignState, Requesters};
    use chrono::Datelike;
    use sentences::page;
    let mark = |class: &str, words: String| Mark {
        class: class.to_owned(),
        words,
    };
    let mut marks = Vec::new();
    let archived = row.state == CampaignState::Archived;
    if let Some(day) = row.due_on {
        let months = page::months().split(' ');
        let month = months.into_iter().nth(day.month0() as usize);
        let (month, number) = (month.unwrap_or_default(), day.day().to_string());
        let year = day.year().to_string();
        marks.push(if row.overdue && !archived {
            let words = page::was_due_on(month, &number, &year);
            mark("tag tag-failed", words)
        } else {
            mark("tag", page::due_on(month, &number, &year))
        });
    }
    marks.extend(obstacle_mark(row));
    let teams = row.teams.join(", ");
    match row.requesters {
        Requesters::Nobody if !archived => {
            marks.push(mark(
                "tag tag-failed",
                page::teams_only_without_members().to_owned(),
            ));
        }
        Requesters::Everyone if !teams.is_empty() => marks.push(mark("tag tag-teams", teams)),
        Requesters::Everyone => {}
        Requesters::Teams | Requesters::Nobody => {
            marks.push(mark("tag tag-teams", page::only_these_teams(&teams)));
        }
    }
    marks
}

/// Why nobody can request its replies while it runs, unless another mark says so. The style sheet hides it while both
/// switches of Autoassign Mode are off.
#[cfg(feature = "ssr")]
fn obstacle_mark(row: &crate::domain::CampaignRow) -> Option<Mark> {
    use super::obstacle_mark_words;
    use crate::domain::{
        AutoReleasePause, AutoReleaseState, CampaignState, HandOutObstacle, Requesters,
    };
    if !matches!(row.state, CampaignState::Started | CampaignState::Paused) {
        return None;
    }
    let is_said = |obstacle: &HandOutObstacle| match obstacle {
        HandOutObstacle::NoTeamChosen | HandOutObstacle::NoTeamMembers => {
            row.requesters == Requesters::Nobody
        }
        HandOutObstacle::OutsideHours { .. } => matches!(
            row.autoassign.status.state,
            AutoReleaseState::Paused(AutoReleasePause::OutsideHours { .. })
        ),
        _ => obstacle.is_state(),
    };
    let obstacle = *row.obstacles.iter().find(|obstacle| !is_said(obstacle))?;
    let class = match obstacle {
        HandOutObstacle::OutsideHours { .. } => "tag not-handed-out",
        _ => "tag tag-failed not-handed-out",
    };
    Some(Mark {
        class: class.to_owned(),
        words: obstacle_mark_words(obstacle)?.to_owned(),
    })
}
