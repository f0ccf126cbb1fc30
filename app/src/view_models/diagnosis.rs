//! What keeps released conversations from being handed out.

use crate::domain::{Diagnosis, ReleaseKind};
use sentences::page;

/// What stands in the way of handing out what is released, and how it is mended.
pub(super) fn diagnosis_words(
    diagnosis: &Diagnosis,
    kind: ReleaseKind,
    one_campaign: bool,
) -> String {
    match (diagnosis, kind) {
        (Diagnosis::RequestsDisabled, _) => page::requests_are_disabled_for_all().into(),
        (Diagnosis::NoEnabledPool, _) => page::no_pool_has_replies().into(),
        (Diagnosis::NoInitialsPool, _) => page::no_pool_has_initial_messages().into(),
        (Diagnosis::CampaignPaused, _) => page::second_pass_while_paused().into(),
        // Only initial messages have a due date.
        (Diagnosis::Overdue { conversations }, _) => page::unsent_past_due_date(*conversations),
        (Diagnosis::AutoAssignOff { .. }, _) if one_campaign => page::auto_assign_is_off().into(),
        (
            Diagnosis::AutoAssignOff { conversations },
            ReleaseKind::Replies | ReleaseKind::Held | ReleaseKind::Bulk,
        ) => page::replies_with_auto_assign_off(*conversations),
        (
            Diagnosis::AutoAssignOff { conversations },
            ReleaseKind::Unsent | ReleaseKind::SecondPass,
        ) => page::unsent_with_auto_assign_off(*conversations),
        (
            Diagnosis::NoPoolDraws { conversations },
            ReleaseKind::Replies | ReleaseKind::Held | ReleaseKind::Bulk,
        ) => page::replies_without_a_pool(*conversations),
        (
            Diagnosis::NoPoolDraws { conversations },
            ReleaseKind::Unsent | ReleaseKind::SecondPass,
        ) => page::unsent_without_a_pool(*conversations),
        (
            Diagnosis::NoTeamTakes { conversations },
            ReleaseKind::Replies | ReleaseKind::Held | ReleaseKind::Bulk,
        ) => page::replies_no_team_can_request(*conversations),
        (
            Diagnosis::NoTeamTakes { conversations },
            ReleaseKind::Unsent | ReleaseKind::SecondPass,
        ) => page::unsent_no_team_can_request(*conversations),
        (
            Diagnosis::TeamRestricted { conversations },
            ReleaseKind::Replies | ReleaseKind::Held | ReleaseKind::Bulk,
        ) => page::replies_restricted_to_teams(*conversations),
        (
            Diagnosis::TeamRestricted { conversations },
            ReleaseKind::Unsent | ReleaseKind::SecondPass,
        ) => page::unsent_restricted_to_teams(*conversations),
        (
            Diagnosis::OutsideHours { conversations },
            ReleaseKind::Replies | ReleaseKind::Held | ReleaseKind::Bulk,
        ) => page::replies_outside_hours(*conversations),
        (
            Diagnosis::OutsideHours { conversations },
            ReleaseKind::Unsent | ReleaseKind::SecondPass,
        ) => page::unsent_outside_hours(*conversations),
    }
}

#[cfg(test)]
mod tests {
    use super::diagnosis_words;
    use crate::domain::{Diagnosis, ReleaseKind};

    #[test]
    fn agrees_in_number_and_kind() {
        let off = Diagnosis::AutoAssignOff { conversations: 1 };
        let one = diagnosis_words(&off, ReleaseKind::Replies, false);
        assert!(
            one.starts_with("1 reply is on campaigns with auto-assign off. "),
            "{one}"
        );
        let night = Diagnosis::OutsideHours {
            conversations: 1200,
        };
        let many = diagnosis_words(&night, ReleaseKind::Unsent, true);
        assert!(
            many.starts_with("1,200 unsent messages are outside"),
            "{many}"
        );
    }

    #[test]
    fn says_that_the_due_date_has_passed() {
        let overdue = Diagnosis::Overdue { conversations: 2 };
        let words = diagnosis_words(&overdue, ReleaseKind::Unsent, true);
        assert!(
            words.starts_with("2 unsent messages are past the due date of the campaign"),
            "{words}"
        );
        assert!(overdue.mended_by_due_date() && !overdue.mended_by_pools());
    }

    #[test]
    fn names_the_pages_that_mend_it() {
        let (draws, takes) = (
            Diagnosis::NoPoolDraws { conversations: 2 },
            Diagnosis::NoTeamTakes { conversations: 1 },
        );
        for (diagnosis, pools, teams) in [
            (&Diagnosis::RequestsDisabled, true, false),
            (&draws, true, false),
            (&takes, true, true),
            (
                &Diagnosis::TeamRestricted { conversations: 1 },
                false,
                false,
            ),
            (&Diagnosis::OutsideHours { conversations: 1 }, false, false),
        ] {
            assert_eq!(diagnosis.mended_by_pools(), pools, "{diagnosis:?}");
            assert_eq!(diagnosis.mended_by_teams(), teams, "{diagnosis:?}");
        }
        let draws = diagnosis_words(&draws, ReleaseKind::Replies, true);
        assert!(
            draws.starts_with("2 replies are on campaigns without a pool to request them from: "),
            "{draws}"
        );
        assert!(draws.contains("on Assignment Control"), "{draws}");
        let takes = diagnosis_words(&takes, ReleaseKind::Unsent, false);
        assert!(
            takes.starts_with("1 unsent message is restricted to teams, and no team can request"),
            "{takes}"
        );
        assert!(takes.contains("on Assignment Control") && takes.contains("on Teams"));
    }
}
