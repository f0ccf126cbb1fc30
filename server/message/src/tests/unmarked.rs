//! What is left to the texter.

use super::table::result;

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
        "which bus stop",
        "quit my job",
        "stop by my house",
        "STOP BY MY HOUSE",
        "STOP BY MY HOUSE\n[attachment: image/jpeg]",
        "WHERE IS THE BUS STOP",
        "Stop the steal",
        "Remove from office whoever lies",
        "STOP THE STEAL",
        "I'll stop by",
        "Yes, I'll stop by on Sunday",
        "Don't end the subsidy",
        "when does it end",
        "When does it end, and where?",
        "end of the month",
        "Yes, end of the month",
        "No, I quit that job",
        "Bus stop - the one on Main St",
        "Non-stop",
        "I can't stop, sorry",
        "Stop 5 on the blue line",
        "#StopTheSteal",
        "Wrong",
        "You're wrong #vote",
        "I am #1",
        "Never",
        "Please text me again tomorrow",
        "Never say never",
        "I have to cancel my appointment",
        "I quit, thanks",
        "The stop sign at the end, then left",
        "Yes and thank you very much",
        "Have a nice day",
        "Para mi mamá",
        "Sí, para el sábado",
        "Paren de robar",
        "El alto costo de la vida",
        "Planta baja",
        "Ya no",
        "No me interesa",
        "¿A qué hora termina?",
    ] {
        assert_eq!(result(message), "STAY", "{message:?}");
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
