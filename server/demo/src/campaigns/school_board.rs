//! An archived campaign, with some replies that nobody answered.

use crate::plan::{Mix, Plan, State, Zone};

pub(super) const PLAN: Plan = Plan {
    title: "School board primary",
    script: "Hi {firstName}, the school board primary is on Tuesday. Do you know where {school}'s parents vote?",
    zone: Zone::Named("America/New_York"),
    hours: (9, 21),
    state: State::Archived { days_ago: 19 },
    auto_assign: true,
    team_restricted: false,
    area_codes: &[814, 724],
    fields: &[(
        "school",
        &["Lincoln Elementary", "Harriet Tubman Middle", "North High"],
    )],
    dialogues: &[
        &[
            "No, where?",
            "At the firehouse on Elm, 7 am to 8 pm.",
            "Thanks! Is the seat for our district open this time?",
        ],
        &["Voted by mail already", "Great, thank you!"],
        &[
            "Who are the candidates?",
            "Six of them; here's the forum: riverbend.example/forum",
            "Watched it. Undecided between two",
        ],
        &["What about the after-school program? Nobody says anything about it"],
    ],
    mix: Mix {
        unsent: 12,
        messaged: 84,
        talking: 46,
        closed: 24,
        stopped: 6,
        held: 7,
        reassigned: 0,
        released: 0,
        pooled: 3,
    },
};
