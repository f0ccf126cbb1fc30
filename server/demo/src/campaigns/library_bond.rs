//! A draft: a campaign that is still being prepared.

use crate::plan::{Mix, Plan, State, Zone};

pub(super) const PLAN: Plan = Plan {
    title: "Library bond: thank you",
    script: "{firstName}, the library bond is on the ballot because {signatures} neighbors signed, you among them. \
             Would you write a sentence about what {branch} means to you?",
    zone: Zone::Named("America/New_York"),
    hours: (10, 20),
    state: State::Draft,
    auto_assign: false,
    team_restricted: false,
    area_codes: &[610, 717],
    fields: &[
        ("signatures", &["4,812"]),
        (
            "branch",
            &["the Main Library", "the Eastside branch", "the bookmobile"],
        ),
    ],
    dialogues: &[],
    mix: Mix {
        unsent: 180,
        ..Mix::EMPTY
    },
};
