//! What keeps released conversations from being handed out.

use crate::domain::{Diagnosis, ReleaseKind};
use crate::number::pluralize;

/// What stands in the way of handing out what is released, and how it is mended.
pub(super) fn diagnosis_words(
    diagnosis: &Diagnosis,
    kind: ReleaseKind,
    one_campaign: bool,
) -> String {
    let some = |number: u32, rest: &str| {
        let verb = if number == 1 { " is " } else { " are " };
        [&pluralize(number, kind.noun(1), kind.noun(2)), verb, rest].concat()
    };
    match *diagnosis {
        Diagnosis::RequestsDisabled => {
            "Requests are disabled for your organization. Enable them, so that texters can request what is released."
                .into()
        }
        Diagnosis::NoEnabledPool => {
            "No enabled pool has replies. Enable one, for example General, so that texters can request them."
                .into()
        }
        Diagnosis::NoInitialsPool => {
            "No enabled pool has initial messages. Set one to initial messages on Assignment Control, so that texters can request them."
                .into()
        }
        Diagnosis::AutoAssignOff { .. } if one_campaign => {
            "Auto-assign is off for this campaign: texters cannot request what is released until it is on."
                .into()
        }
        Diagnosis::AutoAssignOff { conversations } => some(
            conversations,
            "on campaigns with auto-assign off. Turn auto-assign on for those campaigns, or leave them out.",
        ),
        Diagnosis::NoPoolDraws { conversations } => some(
            conversations,
            "on campaigns without a pool to request them from: neither General nor one of their teams has them. Set the type of General on Assignment Control.",
        ),
        Diagnosis::NoTeamTakes { conversations } => some(
            conversations,
            "restricted to teams, and no team can request them: a team needs an enabled pool for them, and a member who may request. Enable the pool on Assignment Control, or add members on Teams.",
        ),
        Diagnosis::TeamRestricted { conversations } => some(
            conversations,
            "restricted to teams. Only members of those teams can request them.",
        ),
        Diagnosis::OutsideHours { conversations } => some(
            conversations,
            "outside the contacts’ texting hours. Texters can request them when the hours begin.",
        ),
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
