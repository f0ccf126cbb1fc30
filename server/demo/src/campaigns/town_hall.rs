//! An event campaign: the invitation to a town hall.

use crate::plan::{Mix, Plan, State, Zone};

pub(super) const PLAN: Plan = Plan {
    title: "Town hall on water rates: invitation",
    script: "Hi {firstName}, your water bill goes up in January. Council member Reyes answers questions on \
             Thursday at 6:30 pm, {venue}. Will you come?",
    zone: Zone::Named("America/Denver"),
    hours: (9, 21),
    state: State::Started,
    auto_assign: true,
    team_restricted: false,
    area_codes: &[303, 719, 970],
    fields: &[
        ("venue", &["Mesa High School gym", "the Grange on Route 9"]),
        ("district", &["2", "3", "5"]),
    ],
    dialogues: &[
        &[
            "About time. What is the increase exactly?",
            "14 % for the first block, 22 % above 8,000 gallons a month.",
            "22!! I water my horses with that",
            "Please come and say exactly that. Shall I put you on the speakers' list?",
            "Yes. How long do I get?",
        ],
        &[
            "Is there a stream? I'm home with the baby",
            "There is, and questions can be typed in. Shall I send the link on Thursday?",
            "Please!",
        ],
        &[
            "Can I submit a question in writing?",
            "Yes, reply with it here and it goes on a card.",
            "Why do golf courses pay the agricultural rate?",
        ],
        &[
            "We'll be there, 4 of us",
            "Wonderful, four chairs it is.",
            "Is there childcare?",
        ],
        &[
            "Which Reyes, the old one or her daughter",
            "The daughter, Ana Reyes.",
            "Then yes",
        ],
        &["Not my district any more but I still pay the bill, can I speak?"],
        &[
            "Will there be a vote that night?",
            "No, the vote is on the 19th. This is where they hear you before.",
            "Who else from the council is coming?",
        ],
        &[
            "Will it be translated? My parents speak Navajo",
            "We're looking for an interpreter. May I call you about it tomorrow?",
            "Yes, after 4. They really want to come",
        ],
    ],
    mix: Mix {
        unsent: 81,
        messaged: 114,
        talking: 38,
        closed: 14,
        stopped: 5,
        held: 20,
        reassigned: 4,
        released: 5,
        pooled: 4,
    },
};
