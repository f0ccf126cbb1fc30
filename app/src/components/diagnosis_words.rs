//! What keeps released conversations from being handed out.

use super::counted;
use crate::domain::{Diagnosis, ReleaseKind};

/// What stands in the way of handing out what is released, and how it is mended.
pub fn diagnosis_words(found: &Diagnosis, kind: ReleaseKind, one_campaign: bool) -> String {
    let some = |number: u32, rest: &str| {
        let verb = if number == 1 { " is " } else { " are " };
        [&counted(number, kind.noun(1), kind.noun(2)), verb, rest].concat()
    };
    match *found {
        Diagnosis::RequestsDisabled => {
            "Texters cannot request anything: requests are disabled for your organization. Enable \
             requests, and they can take what is released."
                .into()
        }
        Diagnosis::NoEnabledPool => {
            "No enabled pool hands out replies. Enable one, General for example, and texters can request \
             from it."
                .into()
        }
        Diagnosis::NoInitialsPool => {
            "No enabled pool hands out initial messages. Set one to them on Assignment Control, and texters \
             can request from it."
                .into()
        }
        Diagnosis::AutoAssignOff { .. } if one_campaign => {
            "Auto-assign is off for this campaign: nobody can request what is released, until it is on."
                .into()
        }
        Diagnosis::AutoAssignOff { conversations } => some(
            conversations,
            "on campaigns with auto-assign off. Switch auto-assign on for those campaigns, or leave them \
             out.",
        ),
        Diagnosis::TeamRestricted { conversations } => some(
            conversations,
            "restricted to teams, and General never draws from those. They go to members of the teams \
             only.",
        ),
        Diagnosis::OutsideHours { conversations } => some(
            conversations,
            "outside the contacts’ texting hours. They are handed out when the hours open again.",
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
}
