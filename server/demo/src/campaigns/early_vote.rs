//! A get-out-the-vote campaign, the largest of the demo.

use crate::plan::{Mix, Plan, State, Zone};

pub(super) const PLAN: Plan = Plan {
    title: "Early vote: make a plan",
    script: "Hi {firstName}, it's Riverbend Votes. Early voting is open until Saturday, and {site} is \
             the closest site to you. Which day will you go?",
    zone: Zone::Named("America/New_York"),
    hours: (0, 24),
    state: State::Started,
    auto_assign: true,
    team_restricted: false,
    area_codes: &[315, 518, 585, 607, 716],
    fields: &[
        (
            "site",
            &[
                "Riverbend Library",
                "Eastside Rec Center",
                "the County Annex",
                "Maple Street School",
                "St. Anne's Hall",
            ],
        ),
        (
            "precinct",
            &["4-01", "4-07", "7-12", "9-03", "11-02", "12-08"],
        ),
        ("votedBefore", &["yes", "yes", "no"]),
    ],
    dialogues: &[
        &[
            "Thursday after work. How late are they open?",
            "Until 8 pm on Thursday. The line is shortest before 5 or after 7.",
            "Great. Do I need my registration card?",
            "No, any photo ID will do, or a utility bill with your address.",
            "Perfect, thanks! Can my son register there on the same day?",
        ],
        &[
            "Already voted this morning! Took 10 minutes",
            "Amazing, thank you! Would you remind two friends?",
            "Sure, I'll text my sisters",
            "You're the best. Thank you!",
        ],
        &[
            "I'm registered at my old address, can I still vote?",
            "If you moved within the county, yes: tell them at the desk and they update it right there.",
            "I moved from Albany in June so no?",
            "Then you can still vote a provisional ballot. I can send you the hotline, shall I?",
            "Yes please",
        ],
        &[
            "Is it accessible? My mom uses a walker and I would bring her",
            "It is: a ramp on the left side, and somebody helps at the door.",
            "Wonderful. Is there parking too?",
        ],
        &[
            "Saturday probably",
            "Good plan. Morning or afternoon? People who pick an hour are twice as likely to make it.",
            "Morning then, like 10",
            "10 on Saturday it is. Thank you!",
        ],
        &[
            "What's on the ballot besides governor?",
            "County clerk, two judges and the library bond. Want a link to the full list?",
            "Yes, and where do the candidates stand on the bond?",
        ],
        &[
            "My shift is 7 to 7 all week, what do I do",
            "Sunday is open too, 9 to 3. Would that work, or should we look at a mail ballot?",
            "Sunday could work. Same place?",
        ],
        &[
            "who is this and how do you know where i live",
            "I'm a volunteer with Riverbend Votes. Addresses come from the public voter file.",
            "ok fair. friday then",
        ],
        &[
            "Can I bring my dog? Serious question",
            "Small ones in your arms, yes! Bigger ones wait at the rail outside, there's shade.",
            "Ha, then we both go Friday",
        ],
        &["I lost my ID last week"],
        &[
            "My husband and I are going Friday right after lunch 🗳️",
            "Love it, thank you both!",
            "Anything we should know about the new machines?",
        ],
    ],
    mix: Mix {
        unsent: 136,
        messaged: 183,
        talking: 62,
        closed: 22,
        stopped: 9,
        held: 34,
        reassigned: 8,
        released: 14,
        pooled: 12,
    },
};

/// Titles and texts.
pub(super) const RESPONSES: &[(&str, &str)] = &[
    (
        "Where and until when",
        "{site} is open every day until Saturday, 8 am to 8 pm. The line is shortest before 5 or after 7.",
    ),
    (
        "What to bring",
        "Any photo ID will do, or a utility bill with your address. You don’t need your registration card.",
    ),
    (
        "Thank you",
        "Thank you, {firstName|neighbor}, and see you at {site}!",
    ),
];
