use crate::{Keyword, may_want_to_opt_out};

/// The results of `stop-words.tsv`.
fn result(message: &str) -> &'static str {
    match Keyword::of(message) {
        Some(Keyword::Stop) => "OUT",
        Some(Keyword::Start) => "IN",
        Some(Keyword::Help) | None if may_want_to_opt_out(message) => "FLAG",
        Some(Keyword::Help) | None => "STAY",
    }
}

#[test]
fn what_people_wrote_means_what_it_should() {
    let table = include_str!("stop-words.tsv");
    let mut rows = 0;
    for row in table.lines().skip(1) {
        let columns: Vec<&str> = row.split('\t').collect();
        let message = columns[0].replace("\\n", "\n");
        assert_eq!(result(&message), columns[1], "{message:?}");
        rows += 1;
    }
    assert_eq!(rows, 33);
}

#[test]
fn a_picture_or_something_unseen_beside_it_changes_nothing() {
    for message in [
        "STOP\n[attachment: image/jpeg]",
        "[attachment: image/jpeg]\nstop",
        "ST\u{200b}OP",
        "\u{feff}stop\u{200d}",
        "S\u{ad}TOP",
        "🛑 STOP 🛑🏽",
        "“Stop!!!”",
        "¡Stop!",
        "stóp",
        "𝐒𝐓𝐎𝐏",
        "ⓢⓣⓞⓟ",
        "STOP STOP STOP",
        "Hi, please stop. Thank you 🙏",
        "STOP\0",
        "Stop, por favor",
    ] {
        assert_eq!(result(message), "OUT", "{message:?}");
    }
    for message in ["Start", "UNSTOP.", "start please", "“START” 🙂"] {
        assert_eq!(result(message), "IN", "{message:?}");
    }
}

#[test]
fn somebody_looks_at_what_may_ask_to_be_left_alone() {
    for message in [
        "Take me off your list",
        "Please take me off the list",
        "wrong number",
        "Wrong number!! Who is this",
        "REMOVE ME",
        "remove",
        "5top",
        "S T O P",
        "s.t.o.p.",
        "stoppp",
        "STOOOP",
        "ЅТОР",
        "st op",
        "$top",
        "Stop! I voted already",
        "No. Stop.",
        "Can you stop texting me?",
        "don’t text me again",
        "Do not contact me",
        "unsuscribe",
        "please unsubscribe me from this",
        "Número equivocado",
        "No me manden más mensajes",
        "ALTO",
        "Unsubscribe my wife too",
        "St0p please",
        "St0p. Thanks",
        "please 5TOP",
        "S T O P, thank you",
        "St0p! I voted already",
        "c@ncel pls",
        "St0p st0p",
        "No me mandes más mensajes",
        "ya no me escribas",
        "No me envíes nada",
        "Deja de escribirme",
        "Dejá de mandarme mensajes",
        "Quítame de la lista",
        "bórrame",
        "Sácame de aquí",
        "dame de baja por favor",
        "Déjame en paz",
        "Stop this",
        "Stop this right now",
        "STOP IT ALREADY",
        "Stop it I'm not interested",
        "Please stop this harassment",
        "Stop these annoying texts",
        "You people need to stop this",
        "STOP IT!!",
        "Stop it now",
        "No, stop it",
        "Just stop this please",
        "Can you please stop this?",
        "How do I stop these?",
        "Please stop these texts",
        "Wrong person",
        "Sorry wrong person",
        "Hi, wrong person, I'm not Maya",
        "I think you've got the wrong person. This is Joe's phone",
        "Sorry, you have the wrong person",
        "Persona equivocada",
    ] {
        assert_eq!(result(message), "FLAG", "{message:?}");
    }
}

const REACTIONS: [&str; 20] = [
    "Liked",
    "Loved",
    "Disliked",
    "Laughed at",
    "Emphasized",
    "Emphasised",
    "Questioned",
    "Removed a like from",
    "Removed a heart from",
    "Removed a dislike from",
    "Removed a laugh from",
    "Removed an exclamation from",
    "Removed a question mark from",
    "Reacted 👍🏽 to",
    "\u{200a}❤️\u{200b} to",
    "Le gustó",
    "Le encantó",
    "Le dio risa",
    "Exclamó por",
    "Reaccionó con 😂 a",
];

#[test]
fn a_reaction_is_not_judged_by_our_text_that_it_quotes() {
    for reaction in REACTIONS {
        for quotation in [
            "“Hi Maya, it's Ana with the union. Can we count on you? Reply STOP to opt out”",
            "“Hi Maya! Thanks. Stop. We text “no more texts” to unsubscribe…”",
            "\"Sorry if this is the wrong number.\nReply STOP to opt out\"",
        ] {
            let message = format!("{reaction} {quotation}");
            assert_eq!(result(&message), "STAY", "{message:?}");
            let asked = format!("{message} please stop texting me");
            assert_eq!(result(&asked), "FLAG", "{asked:?}");
        }
    }
}

#[test]
fn a_quotation_that_is_no_reaction_or_does_not_end_is_judged() {
    for message in [
        "Loved “your” text. Please stop texting me",
        "Liked “Hi Maya, stop texting me",
        "I said “stop texting me”",
        "You wrote \"Reply STOP to opt out\"",
    ] {
        assert_eq!(result(message), "FLAG", "{message:?}");
    }
}

#[test]
fn a_reply_like_any_other_is_left_to_the_texter() {
    for message in [
        "yes",
        "No thanks",
        "The end",
        "The bus stops at 5",
        "I can't stop laughing",
        "Don't quit!",
        "What time does it end",
        "please",
        "thank you",
        "👍",
        "[attachment: image/jpeg]",
        "Where do I start?",
        "I quit smoking",
        "top",
        "1",
        "Yes. It's at the end of the street",
        "Will you cancel student debt?",
        "Can you help me register?",
        "info",
        "中文",
        "I stopped at 5",
        "Ok. It ends at 7",
        "Thanks! See you at the top",
        "¿Deja de llover mañana?",
        "No me mandaron la boleta",
        "¿Me dejas la dirección?",
        "Liked an image",
        "We have to stop this",
        "We have to stop this, please vote",
        "How do we stop it?",
        "Who will stop these cuts?",
        "We can't stop now!",
        "He's the wrong person for the job",
        "They picked the wrong person",
        "Es la persona equivocada para el puesto",
    ] {
        assert_eq!(result(message), "STAY", "{message:?}");
    }
}

#[test]
fn the_words_of_a_service_are_known_in_any_case() {
    assert_eq!(Keyword::by_service("STOP"), Some(Keyword::Stop));
    assert_eq!(Keyword::by_service("start "), Some(Keyword::Start));
    assert_eq!(Keyword::by_service("Help"), Some(Keyword::Help));
    assert_eq!(Keyword::by_service("PAUSE"), None);
}
