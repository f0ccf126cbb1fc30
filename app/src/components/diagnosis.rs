//! What keeps released replies from being handed out.

use super::counted;
use crate::domain::Diagnosis;
use leptos::prelude::*;

/// What stands in the way, and how it is mended. Nothing, if nothing does.
#[component]
pub fn DiagnosisList(
    /// What was found.
    diagnosis: Vec<Diagnosis>,
) -> impl IntoView {
    (!diagnosis.is_empty()).then(|| {
        let items = diagnosis
            .iter()
            .map(|found| {
                let (what, mend) = words(found);
                view! { <li>{what}" "<span>{mend}</span></li> }
            })
            .collect_view();
        view! {
            <div class="notice notice-warning">
                <p><strong>"Not all of this can be handed out"</strong></p>
                <ul>{items}</ul>
            </div>
        }
    })
}

fn words(found: &Diagnosis) -> (String, &'static str) {
    let replies = |number: u32, is: &str, are: &str| {
        let verb = if number == 1 { is } else { are };
        [counted(number, "reply", "replies").as_str(), verb].join(" ")
    };
    match *found {
        Diagnosis::RequestsDisabled => (
            "Texters cannot request anything: requests are disabled for your organization.".into(),
            "Enable requests, and they can take these replies.",
        ),
        Diagnosis::NoEnabledPool => (
            "No enabled pool hands out replies.".into(),
            "Enable one, General for example, and texters can request from it.",
        ),
        Diagnosis::AutoAssignOff { conversations } => (
            replies(conversations, "is", "are") + " on campaigns with auto-assign off.",
            "Switch auto-assign on for those campaigns, or leave them out.",
        ),
        Diagnosis::TeamRestricted { conversations } => (
            replies(conversations, "is", "are") + " restricted to teams, and General never draws from those.",
            "Lift the restriction on those campaigns, or leave them out.",
        ),
        Diagnosis::OutsideHours { conversations } => (
            replies(conversations, "is", "are") + " outside the contacts’ texting hours.",
            "They are handed out when the hours open again; or release only those within hours.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::words;
    use crate::domain::Diagnosis;

    #[test]
    fn agrees_in_number() {
        let one = words(&Diagnosis::AutoAssignOff { conversations: 1 }).0;
        assert_eq!(one, "1 reply is on campaigns with auto-assign off.");
        let many = words(&Diagnosis::OutsideHours { conversations: 1200 }).0;
        assert!(many.starts_with("1,200 replies are outside"), "{many}");
    }
}
