//! A campaign that recruits paid poll workers.

use crate::plan::{Mix, Plan, State, Zone};

pub(super) const PLAN: Plan = Plan {
    title: "Poll workers wanted",
    script: "Hi {firstName}, the county is short of poll workers in {town}. It pays ${pay} for the day and the \
             training is online. Interested?",
    zone: Zone::Named("America/New_York"),
    hours: (9, 21),
    state: State::Started,
    auto_assign: true,
    team_restricted: false,
    area_codes: &[413, 508, 978],
    fields: &[
        ("town", &["Ashby", "Millbrook", "Old Harbor", "Fairview"]),
        ("pay", &["180", "210"]),
        ("speaks", &["", "", "Portuguese", "Khmer", "Spanish"]),
    ],
    dialogues: &[
        &[
            "How long is the day?",
            "5:30 am to about 9 pm, with two breaks. There are half days too, for half the pay.",
            "A half day I could do. Mornings?",
            "Mornings are open in three precincts. May I pass your name to the clerk?",
            "Yes! Maria with one r",
        ],
        &[
            "I'm 17, allowed?",
            "From 16 on, with a note from your school. Several students do it every year.",
            "Cool, what does the note have to say",
        ],
        &[
            "Did it in 2022. Never again, sorry 😅",
            "Ha, understood. Thank you for having done it!",
        ],
        &[
            "Do you get paid for the training",
            "Yes, $25, with the day's pay.",
            "Ok sign me up",
        ],
        &["I have MS and can't stand for long. Is there a sitting job?"],
        &[
            "Can I work in a town where I'm not registered?",
            "Anywhere in the county.",
            "Then Old Harbor, my sister works there",
            "Lovely. I'll tell the clerk you two come together.",
        ],
        &["When is the training?"],
    ],
    mix: Mix {
        unsent: 85,
        messaged: 123,
        talking: 32,
        closed: 16,
        stopped: 4,
        held: 18,
        reassigned: 3,
        released: 5,
        pooled: 4,
    },
};
