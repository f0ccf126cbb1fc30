//! What keeps released replies from being handed out.

use super::counted;
use crate::domain::Diagnosis;

/// What stands in the way, and how it is mended.
pub fn diagnosis_words(found: &Diagnosis) -> String {
    let replies = |number: u32, is: &str, are: &str, rest: &str| {
        let verb = if number == 1 { is } else { are };
        [&counted(number, "reply", "replies"), " ", verb, " ", rest].concat()
    };
    match *found {
        Diagnosis::RequestsDisabled => {
            "Texters cannot request anything: requests are disabled for your \
             organization. Enable requests, and they can take these replies."
                .into()
        }
        Diagnosis::NoEnabledPool => {
            "No enabled pool hands out replies. Enable one, General for example, and \
             texters can request from it."
                .into()
        }
        Diagnosis::NoInitialsPool => {
            "No pool hands out initial messages. What is released stays unassigned \
             until somebody is given it."
                .into()
        }
        Diagnosis::AutoAssignOff { conversations } => replies(
            conversations,
            "is",
            "are",
            "on campaigns with auto-assign off. Switch auto-assign on for those campaigns, or leave them out.",
        ),
        Diagnosis::TeamRestricted { conversations } => replies(
            conversations,
            "is",
            "are",
            "restricted to teams, and General never draws from those. Lift the restriction on those campaigns, \
             or leave them out.",
        ),
        Diagnosis::OutsideHours { conversations } => replies(
            conversations,
            "is",
            "are",
            "outside the contacts’ texting hours. They are handed out when the hours open again; or release \
             only those within hours.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::diagnosis_words;
    use crate::domain::Diagnosis;

    #[test]
    fn agrees_in_number() {
        let one = diagnosis_words(&Diagnosis::AutoAssignOff { conversations: 1 });
        assert!(
            one.starts_with("1 reply is on campaigns with auto-assign off. "),
            "{one}"
        );
        let many = diagnosis_words(&Diagnosis::OutsideHours {
            conversations: 1200,
        });
        assert!(many.starts_with("1,200 replies are outside"), "{many}");
    }
}
