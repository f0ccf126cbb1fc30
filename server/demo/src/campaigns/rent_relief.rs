//! A campaign that is paused: what its texters hold stays with them, and nothing goes out.

use crate::plan::{Mix, Plan, State, Zone};

pub(super) const PLAN: Plan = Plan {
    title: "Rent relief: apply by the 15th",
    script: "Hi {firstName}, this is Riverbend Votes. Renters in {town} can get up to three months of rent back. \
             Shall I send you the form?",
    zone: Zone::Named("America/Chicago"),
    hours: (9, 21),
    state: State::Paused,
    auto_assign: true,
    team_restricted: false,
    area_codes: &[563],
    fields: &[("town", &["Fulton", "Clinton", "Camanche"])],
    dialogues: &[
        &[
            "Yes please",
            "Here it is: riverbend.example/rent. It asks for your lease and one bill.",
            "The page says it is closed for today?",
        ],
        &["I own my house now", "Congratulations, and thank you!"],
        &["Does it count if my sister is on the lease?"],
    ],
    mix: Mix {
        unsent: 30,
        messaged: 24,
        talking: 8,
        closed: 3,
        stopped: 1,
        held: 10,
        reassigned: 0,
        released: 0,
        pooled: 4,
    },
};
