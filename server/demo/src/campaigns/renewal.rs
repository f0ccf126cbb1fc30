//! A campaign whose auto-assignment is off, so that an admin chooses its texters.

use crate::plan::{Mix, Plan, State, Zone};

pub(super) const PLAN: Plan = Plan {
    title: "Membership renewal",
    script: "Hi {firstName}, thank you for being a member since {memberSince}! Your membership ends this month. \
             May I send you the link to renew?",
    zone: Zone::Named("America/Chicago"),
    hours: (0, 24),
    state: State::Started,
    auto_assign: false,
    team_restricted: false,
    area_codes: &[402, 515, 605],
    fields: &[
        ("memberSince", &["2017", "2019", "2021", "2023", "2025"]),
        ("level", &["regular", "student", "family"]),
    ],
    dialogues: &[
        &[
            "Yes please",
            "Here it is: riverbend.example/renew. Thank you!",
            "It says my card was declined?",
            "Oh no. You can also pay by check at the office, or try again in a minute.",
            "Tried three times now",
        ],
        &[
            "Thought I did that in March",
            "Let me look… you're right, it's there. Sorry, and thank you!",
        ],
        &[
            "Money is tight this year",
            "Completely understood. There is a solidarity rate from $5, or we keep you on for free.",
            "The $5 one would be great, how?",
        ],
        &[
            "Can you change my email first? It's the old one",
            "Sure, what is the new one?",
            "judith.p at mailbox dot example",
        ],
        &["What did you do with the money last year? Honest question"],
        &[
            "No, I'm moving abroad",
            "All the best over there, and thank you for all these years!",
        ],
    ],
    mix: Mix {
        unsent: 74,
        messaged: 104,
        talking: 34,
        closed: 18,
        stopped: 4,
        held: 20,
        reassigned: 0,
        released: 0,
        pooled: 6,
    },
};
