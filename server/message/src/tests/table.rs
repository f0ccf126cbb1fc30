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
