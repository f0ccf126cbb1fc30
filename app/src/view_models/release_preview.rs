//! The preview of a release, in words.

#[cfg(feature = "ssr")]
use super::diagnosis::diagnosis_words;
#[cfg(feature = "ssr")]
use super::histogram::{label, span};
use crate::domain::IdleBucket;
#[cfg(feature = "ssr")]
use crate::domain::{Diagnosis, LeftOutReason, ReleaseKind, ReleasePreview};
#[cfg(feature = "ssr")]
use sentences::{island, page};
use serde::{Deserialize, Serialize};

/// A [`crate::domain::ReleasePreview`] in words, so that a browser need not know how they are made.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PreviewWords {
    /// "3 replies", or "No replies".
    pub many: String,
    /// How the sentence that begins so goes on.
    pub rest: String,
    /// Whether nothing would be released.
    pub nothing: bool,
    /// Idle times of what the switches let through, whatever the interval; shortest first.
    pub histogram: Vec<IdleBucket>,
    /// What stands below each column of it.
    pub labels: Vec<String>,
    /// What is in each column of it that is not empty: `5 min to 15 min: 1,200`.
    pub spans: Vec<String>,
    /// What is left alone although it is idle for long enough, a line for each reason.
    pub left_out: Vec<String>,
    /// How much of that, because auto-assign is off.
    pub auto_assign_off: u32,
    /// What would keep the released from being handed out, a line for each.
    pub diagnosis: Vec<String>,
    /// Whether one of these lines is mended by switching auto-assign on: it is about one campaign, where it is off.
    /// Then the release has to be confirmed.
    pub mended_by_auto_assign: bool,
    /// Whether one of them is mended on Assignment Control.
    pub mended_by_pools: bool,
    /// Whether one of them is mended on Teams.
    pub mended_by_teams: bool,
    /// Whether one of them is mended by the due date of the one campaign that it is about.
    pub mended_by_due_date: bool,
}

#[cfg(feature = "ssr")]
impl PreviewWords {
    /// Of the preview of one campaign, or of all.
    pub fn of(preview: ReleasePreview, kind: ReleaseKind, one_campaign: bool) -> Self {
        let columns = preview.histogram.iter();
        let mended = |by: fn(&Diagnosis) -> bool| preview.diagnosis.iter().any(by);
        Self {
            many: match (preview.conversations, kind) {
                (0, ReleaseKind::Replies | ReleaseKind::Held | ReleaseKind::Bulk) => {
                    page::no_replies().to_owned()
                }
                (0, ReleaseKind::Unsent | ReleaseKind::SecondPass) => {
                    page::no_unsent_messages().to_owned()
                }
                (many, ReleaseKind::Replies | ReleaseKind::Held | ReleaseKind::Bulk) => {
                    island::counted_replies(many)
                }
                (many, ReleaseKind::Unsent | ReleaseKind::SecondPass) => {
                    page::counted_unsent_messages(many)
                }
            },
            rest: format!(" {}", rest(&preview, kind, one_campaign)),
            nothing: preview.conversations == 0,
            left_out: preview
                .left_out
                .iter()
                .map(|left| left.reason.counted(left.conversations))
                .collect(),
            auto_assign_off: preview.left_out_for(LeftOutReason::AutoAssignOff),
            diagnosis: preview
                .diagnosis
                .iter()
                .map(|diagnosis| diagnosis_words(diagnosis, kind, one_campaign))
                .collect(),
            mended_by_auto_assign: one_campaign
                && mended(|diagnosis| matches!(diagnosis, Diagnosis::AutoAssignOff { .. })),
            mended_by_pools: mended(Diagnosis::mended_by_pools),
            mended_by_teams: mended(Diagnosis::mended_by_teams),
            mended_by_due_date: one_campaign && mended(Diagnosis::mended_by_due_date),
            labels: columns.clone().map(|column| label(column.from)).collect(),
            spans: columns.filter_map(span).collect(),
            histogram: preview.histogram,
        }
    }
}

#[cfg(feature = "ssr")]
fn rest(preview: &ReleasePreview, kind: ReleaseKind, one_campaign: bool) -> String {
    let because = |reason| one_campaign && preview.left_out_for(reason) > 0;
    let closed = because(LeftOutReason::CampaignClosed);
    let paused = because(LeftOutReason::CampaignPaused);
    match (preview.conversations, kind) {
        (0, _) if closed => page::none_can_be_released().to_owned(),
        (0, _) if paused => page::none_while_paused().to_owned(),
        (0, ReleaseKind::Replies | ReleaseKind::Held | ReleaseKind::Bulk) => {
            page::none_waited_that_long().to_owned()
        }
        (0, ReleaseKind::Unsent | ReleaseKind::SecondPass) => {
            page::none_assigned_that_long().to_owned()
        }
        (many, _) => page::on_campaigns_would_go_back(preview.campaigns, many),
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use crate::domain::{Diagnosis, LeftOut, LeftOutReason, ReleaseKind, ReleasePreview};
    use crate::view_models::PreviewWords;
    use leptos::prelude::{Owner, provide_context};
    use sentences::Language;

    #[test]
    fn says_what_would_be_released_what_is_left_alone_and_what_mends_the_rest() {
        let preview = ReleasePreview {
            conversations: 1200,
            campaigns: 1,
            left_out: vec![LeftOut {
                reason: LeftOutReason::AutoAssignOff,
                conversations: 3,
            }],
            diagnosis: vec![Diagnosis::NoTeamTakes { conversations: 1 }],
            ..ReleasePreview::default()
        };
        let words = PreviewWords::of(preview, ReleaseKind::Replies, false);
        assert_eq!(
            [words.many, words.rest].concat(),
            "1,200 replies on 1 campaign would go back to the pool."
        );
        assert_eq!(words.left_out, ["3 on campaigns with auto-assign off"]);
        assert_eq!(words.auto_assign_off, 3);
        assert_eq!(words.diagnosis.len(), 1);
        let mended = (
            words.mended_by_auto_assign,
            words.mended_by_pools,
            words.mended_by_teams,
        );
        assert_eq!(mended, (false, true, true));
    }

    #[test]
    fn the_due_date_of_the_one_campaign_mends_what_is_overdue() {
        let mended = |one_campaign| {
            let preview = ReleasePreview {
                conversations: 2,
                campaigns: 1,
                diagnosis: vec![Diagnosis::Overdue { conversations: 2 }],
                ..ReleasePreview::default()
            };
            PreviewWords::of(preview, ReleaseKind::Unsent, one_campaign).mended_by_due_date
        };
        assert!(mended(true));
        assert!(!mended(false));
    }

    #[test]
    fn a_campaign_that_does_not_run_is_the_reason_why_nothing_can_be_released() {
        let preview = || ReleasePreview {
            left_out: vec![LeftOut {
                reason: LeftOutReason::CampaignClosed,
                conversations: 3,
            }],
            ..ReleasePreview::default()
        };
        let sentence = |one_campaign| {
            let words = PreviewWords::of(preview(), ReleaseKind::Replies, one_campaign);
            assert!(words.nothing);
            [words.many, words.rest].concat()
        };
        assert_eq!(
            sentence(true),
            "No replies can be released: the campaign is archived, or has not started."
        );
        assert_eq!(
            sentence(false),
            "No replies have been unhandled by their texter for that long. Nothing would be released."
        );
    }

    #[test]
    fn nothing_is_a_plain_answer() {
        let words = PreviewWords::of(ReleasePreview::default(), ReleaseKind::Unsent, true);
        assert_eq!(
            [words.many, words.rest].concat(),
            "No unsent messages have been assigned that long. Nothing would be released."
        );
    }
    #[test]
    fn the_halves_of_a_sentence_agree_in_spanish() {
        let sentence = |conversations, kind| {
            let preview = ReleasePreview {
                conversations,
                campaigns: conversations.min(2),
                ..ReleasePreview::default()
            };
            let words = PreviewWords::of(preview, kind, false);
            [words.many, words.rest].concat()
        };
        let in_spanish = Owner::new().with(|| {
            provide_context(Language::Spanish);
            [
                sentence(0, ReleaseKind::Unsent),
                sentence(0, ReleaseKind::Replies),
                sentence(1, ReleaseKind::Replies),
                sentence(1200, ReleaseKind::Replies),
            ]
        });
        assert_eq!(
            in_spanish,
            [
                "Ningún mensaje sin enviar lleva tanto tiempo asignado. No se liberaría nada.",
                "Ninguna respuesta lleva tanto tiempo sin que su voluntario la atienda. No se liberaría nada.",
                "1 respuesta en 1 campaña volvería a la lista común.",
                "1,200 respuestas en 2 campañas volverían a la lista común."
            ]
        );
    }
}
