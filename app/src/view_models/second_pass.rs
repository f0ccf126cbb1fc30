//! The preview of a second pass, in words.

use super::diagnosis::diagnosis_words;
use crate::domain::{Diagnosis, LeftOutReason, ReleaseKind, SecondPassPreview};
use sentences::page;

/// A [`SecondPassPreview`] in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecondPassWords {
    /// How many contacts would be messaged again.
    pub sentence: String,
    /// With how many texters they are now; `None` = with nobody.
    pub texters: Option<String>,
    /// Whether nothing would be taken.
    pub nothing: bool,
    /// Who is left out, a line for each reason.
    pub left_out: Vec<String>,
    /// What would keep them from being handed out, a line for each.
    pub diagnosis: Vec<String>,
    /// Whether one of these lines is mended by switching auto-assign on.
    pub mended_by_auto_assign: bool,
    /// Whether one of them is mended on Assignment Control.
    pub mended_by_pools: bool,
    /// Whether one of them is mended on Teams.
    pub mended_by_teams: bool,
    /// Whether one of them is mended by the due date of the campaign.
    pub mended_by_due_date: bool,
    /// Whether one of them is mended by resuming the campaign.
    pub mended_by_resuming: bool,
}

impl SecondPassWords {
    /// Of this preview.
    pub fn of(preview: &SecondPassPreview) -> Self {
        let mended = |by: fn(&Diagnosis) -> bool| preview.diagnosis.iter().any(by);
        let closed = |left: &crate::domain::LeftOut| left.reason == LeftOutReason::CampaignClosed;
        Self {
            sentence: match preview.conversations {
                0 if preview.left_out.iter().any(closed) => {
                    page::second_pass_needs_a_running_campaign().to_owned()
                }
                0 => page::second_pass_would_take_nobody().to_owned(),
                many => page::second_pass_would_take(many),
            },
            texters: (preview.texters > 0).then(|| page::they_are_with_texters(preview.texters)),
            nothing: preview.conversations == 0,
            left_out: preview
                .left_out
                .iter()
                .map(|left| left.reason.counted(left.conversations))
                .collect(),
            diagnosis: preview
                .diagnosis
                .iter()
                .map(|diagnosis| diagnosis_words(diagnosis, ReleaseKind::SecondPass, true))
                .collect(),
            mended_by_auto_assign: mended(|d| matches!(d, Diagnosis::AutoAssignOff { .. })),
            mended_by_pools: mended(Diagnosis::mended_by_pools),
            mended_by_teams: mended(Diagnosis::mended_by_teams),
            mended_by_due_date: mended(Diagnosis::mended_by_due_date),
            mended_by_resuming: mended(|d| matches!(d, Diagnosis::CampaignPaused)),
        }
    }
}
