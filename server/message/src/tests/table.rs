//! What opts out and in.

use crate::{Keyword, may_want_to_opt_out};

/// The results of `stop-words.tsv`.
pub(super) fn result(message: &str) -> &'static str {
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
        "STOP\u{3164}",
        "ST\u{61c}OP",
        "\u{115f}STOP\u{1160}",
        "S\u{ffa0}TOP",
    ] {
        assert_eq!(result(message), "OUT", "{message:?}");
    }
    for message in ["Start", "UNSTOP.", "start please", "“START” 🙂"] {
        assert_eq!(result(message), "IN", "{message:?}");
    }
}

#[test]
fn courtesy_around_it_changes_nothing() {
    for message in [
        "stop thank you very much",
        "please stop thank you so much",
        "stop please and thank you",
        "Stop and thanks",
        "Stop. Many thanks!",
        "stop ty",
        "STOP THX SO MUCH",
        "Sorry, stop",
        "Stop sir",
        "Stop, ma’am",
        "hey guys, please stop",
        "stop bye",
        "Stop. Good bye!",
        "STOP have a nice day",
        "Stop. Have a good day and God bless",
        "Kindly stop",
        "pls stop plz",
        "Good morning. Stop, please. Take care",
        "End, thank you very much",
        "please quit. sorry",
        "Cancel please and thank you",
        "Unsubscribe. Have a blessed day",
        "Stop, muchas gracias",
        "Hola, buenas tardes. Stop por favor y gracias",
        "Stop. Que tenga un buen día, señora",
    ] {
        assert_eq!(result(message), "OUT", "{message:?}");
    }
    for message in ["Start, thank you so much", "please and thanks, START"] {
        assert_eq!(result(message), "IN", "{message:?}");
    }
    for message in ["stop and", "Stop so much", "stop by, please", "and thanks"] {
        assert_ne!(result(message), "OUT", "{message:?}");
    }
}

#[test]
fn the_words_of_a_service_are_known_in_any_case() {
    assert_eq!(Keyword::by_service("STOP"), Some(Keyword::Stop));
    assert_eq!(Keyword::by_service("start "), Some(Keyword::Start));
    assert_eq!(Keyword::by_service("Help"), Some(Keyword::Help));
    assert_eq!(Keyword::by_service("PAUSE"), None);
}
