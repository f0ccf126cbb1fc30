//! A campaign whose contacts live where it is night when the demo is created, so that one is outside its texting hours.

use crate::plan::{Mix, Plan, State, Zone};

pub(super) const PLAN: Plan = Plan {
    title: "Voters abroad: closed for the night",
    script: "Hi {firstName}, Riverbend Votes here. Ballots from {country} have to be in the mail by Friday. Did \
             yours arrive?",
    zone: Zone::AtNight,
    hours: (9, 21),
    state: State::Started,
    auto_assign: true,
    team_restricted: false,
    area_codes: &[212],
    fields: &[("country", &["abroad", "your base", "your ship"])],
    dialogues: &[
        &[
            "Not yet. When was it sent?",
            "On the 2nd, so it should be there any day. There is a write-in ballot in case it is not.",
            "Where do I find that one?",
        ],
        &["It did, and it's on its way back!", "Wonderful, thank you!"],
        &["Do I need a stamp from here?"],
    ],
    mix: Mix {
        unsent: 24,
        messaged: 26,
        talking: 8,
        closed: 3,
        stopped: 1,
        held: 8,
        reassigned: 0,
        released: 0,
        pooled: 4,
    },
};
