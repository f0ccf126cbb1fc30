//! A ballot-cure campaign: voters whose ballot was sent back can still correct it.

use crate::plan::{Mix, Plan, State, Zone};

pub(super) const PLAN: Plan = Plan {
    title: "Ballot cure: fix your signature",
    script: "{firstName}, this is Riverbend Votes. The county could not match the signature on your ballot. \
             It counts if you fix it by {deadline}: it takes 5 minutes. May I tell you how?",
    zone: Zone::Named("America/Los_Angeles"),
    hours: (9, 21),
    state: State::Started,
    auto_assign: true,
    team_restricted: false,
    area_codes: &[209, 530, 559],
    fields: &[
        ("deadline", &["Friday 5 pm", "Monday 5 pm"]),
        (
            "problem",
            &["signature differs", "signature missing", "envelope damaged"],
        ),
    ],
    dialogues: &[
        &[
            "Is this a scam?",
            "Fair question! You can check at the county registrar's own site with your ballot number.",
            "I checked, it's real. What do I do",
            "Sign the form that the registrar mailed, photograph it and send it to them. Shall I walk you through?",
            "Yes I have the form in front of me now",
        ],
        &[
            "I broke my wrist in August, that's why it looks different",
            "That explains it. A note with the form is enough, no doctor needed.",
            "Where do I send it?",
        ],
        &[
            "I never got a form in the mail",
            "Then you can sign a new one at the office on Grant Street, or I can have one brought to you.",
            "Can somebody bring it? I don't drive",
            "Yes. Is tomorrow between 2 and 4 good?",
            "Perfect. Apartment 3, buzzer says Lowe",
        ],
        &[
            "Done yesterday!",
            "Wonderful, then your vote counts. Thank you!",
        ],
        &["How much does it cost", "Nothing at all.", "ok tell me how"],
        &["My married name is on the ID, the ballot has the old one. Is that the problem??"],
        &[
            "I want to talk to a person not a text",
            "Of course. May our helpline call you at this number?",
            "yes but not before noon",
        ],
        &[
            "They rejected it twice already!! I need a lawyer",
            "I'm so sorry. We have volunteer attorneys for exactly this, I'm passing you on right now.",
            "Please hurry it says Friday",
        ],
    ],
    mix: Mix {
        unsent: 72,
        messaged: 107,
        talking: 44,
        closed: 16,
        stopped: 4,
        held: 22,
        reassigned: 4,
        released: 6,
        pooled: 5,
    },
};

/// Titles and texts.
pub(super) const RESPONSES: &[(&str, &str)] = &[
    (
        "How to fix it",
        "Sign the form that the registrar mailed you, photograph it, and send it to them by {deadline}. Shall I walk you through?",
    ),
    (
        "Is it real?",
        "Fair question, {firstName|neighbor}! Look your ballot up on the county registrar's own site; it says “{problem|challenged}”.",
    ),
    (
        "Fixed already",
        "Wonderful, thank you for making sure that your vote counts!",
    ),
];
