//! A campaign that recruits volunteers for a canvass.

use crate::plan::{Mix, Plan, State, Zone};

pub(super) const PLAN: Plan = Plan {
    title: "Weekend canvass: come and knock",
    script: "Hey {firstName}! Riverbend Votes is knocking on doors this {day} from {meetingPoint}. Two \
             hours, a partner and donuts. Can we count you in?",
    zone: Zone::Named("America/Chicago"),
    hours: (0, 24),
    state: State::Started,
    auto_assign: true,
    team_restricted: false,
    area_codes: &[217, 309, 618, 815],
    fields: &[
        ("day", &["Saturday", "Sunday"]),
        (
            "meetingPoint",
            &[
                "the union hall",
                "Garfield Park, north gate",
                "Lena's Coffee on 3rd",
            ],
        ),
        (
            "lastVolunteered",
            &["", "spring 2024", "fall 2025", "spring 2026"],
        ),
    ],
    dialogues: &[
        &[
            "I've never done it, is that ok?",
            "More than ok! You go with somebody who has, and we practise for 15 minutes first.",
            "Alright I'm nervous but in",
            "That's how all of us started. 10 am, I put your name down!",
            "Can I come with my roommate so we are together?",
        ],
        &[
            "Yes! What time?",
            "10 sharp, done by 12:30. Comfortable shoes!",
            "Will there be rain gear lol",
            "We have ponchos, in glorious orange.",
        ],
        &[
            "Can't do doors, bad knee. Phones?",
            "Yes please: Tuesday phone bank, from home or at the office. Which one?",
            "From home. What do I need?",
        ],
        &[
            "I have the kids on weekends",
            "Bring them! We have a route along the park with a stroller-friendly side.",
            "Really? They're 4 and 7",
            "Really. There's always one who wants to ring the bells.",
        ],
        &[
            "what neighborhood",
            "North of the tracks this time, between Oak and 14th.",
            "thats my block haha. ok",
            "Then you know every dog by name. See you there!",
        ],
        &["Do you reimburse the bus?"],
        &[
            "I moved to Peoria, anything going on here?",
            "There is! Can I give your number to the team there?",
            "Please do",
            "Done. They'll text you this week.",
        ],
        &[
            "Two hours total or two hours of knocking?",
            "Two hours of knocking, and half an hour around it.",
            "Then I need to leave early, is 11:30 fine?",
        ],
        &[
            "In! And I can drive three people from campus 🚗",
            "You are a hero. Which dorm should they wait at?",
            "Harmon Hall, the side with the bike racks, 9:30",
        ],
        &[
            "Is it safe? Last time somebody yelled at me",
            "You always go in pairs, and you can skip any door. I'm sorry that happened.",
            "ok. I'd rather do lit drops then, no talking",
        ],
        &[
            "What do I say if they ask about the bond?",
            "There's a card with the five most common questions, and \"I'll find out for you\" is always fine.",
            "Send me the card beforehand?",
        ],
    ],
    mix: Mix {
        unsent: 105,
        messaged: 148,
        talking: 54,
        closed: 18,
        stopped: 6,
        held: 30,
        reassigned: 7,
        released: 12,
        pooled: 10,
    },
};

/// Titles and texts.
pub(super) const RESPONSES: &[(&str, &str)] = &[
    (
        "Where and when",
        "We meet at {meetingPoint} on {day}, 10 am sharp, and are done by 12:30. Comfortable shoes!",
    ),
    (
        "First time",
        "More than ok! You go with somebody who has done it, and we practise for 15 minutes first.",
    ),
];
