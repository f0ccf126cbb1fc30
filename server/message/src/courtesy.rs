//! Courtesy, which changes nothing of what a message means.

use super::phrases::{longest_at_start, skip_words};

/// What may stand around a keyword, as [`folded_words`](super::folded_words::folded_words) has it. Only what nobody
/// could mean otherwise: “yes” and “never” are no courtesy.
const COURTESY: &[&str] = &[
    "please",
    "pls",
    "plz",
    "kindly",
    "respectfully",
    "thanks",
    "thanks a lot",
    "thanks again",
    "thanks in advance",
    "thanks so much",
    "thanks very much",
    "thank you",
    "thank you again",
    "thank you in advance",
    "thank you so much",
    "thank you very much",
    "thank u",
    "thank u so much",
    "thank u very much",
    "thankyou",
    "thx",
    "thx so much",
    "tnx",
    "ty",
    "ty so much",
    "tysm",
    "tyvm",
    "many thanks",
    "much appreciated",
    "hi",
    "hi there",
    "hello",
    "hello there",
    "hey",
    "hey there",
    "good morning",
    "good afternoon",
    "good evening",
    "good night",
    "good day",
    "ok",
    "okay",
    "sorry",
    "im sorry",
    "so sorry",
    "my apologies",
    "sir",
    "maam",
    "guys",
    "bye",
    "bye bye",
    "goodbye",
    "good bye",
    "take care",
    "good luck",
    "best wishes",
    "god bless",
    "god bless you",
    "have a nice day",
    "have a good day",
    "have a great day",
    "have a blessed day",
    "have a nice evening",
    "have a good evening",
    "have a good night",
    "have a good one",
    "por favor",
    "porfavor",
    "porfa",
    "gracias",
    "muchas gracias",
    "mil gracias",
    "hola",
    "buen dia",
    "buenos dias",
    "buenas tardes",
    "buenas noches",
    "adios",
    "perdon",
    "disculpa",
    "disculpe",
    "disculpen",
    "lo siento",
    "senor",
    "senora",
    "dios te bendiga",
    "dios le bendiga",
    "dios los bendiga",
    "que tengas buen dia",
    "que tengas un buen dia",
    "que tenga buen dia",
    "que tenga un buen dia",
    "que tengan buen dia",
    "que tengan un buen dia",
];

/// What joins courtesy to what stands before it: “please and thank you”.
const AND: &[&str] = &["and", "y"];

/// Whether the words are at least one of the phrases, and courtesy.
pub(crate) fn is_nothing_but(words: &[String], phrases: &[&str]) -> bool {
    let mut rest = words;
    let mut found = false;
    while !rest.is_empty() {
        let phrase = longest_at_start(rest, phrases);
        let length = phrase.max(courtesy_at_start(rest));
        if length == 0 {
            return false;
        }
        found |= phrase == length;
        rest = skip_words(rest, length);
    }
    found
}

/// The words without courtesy.
pub(crate) fn without_courtesy(words: &[String]) -> Vec<String> {
    let mut rest = words;
    let mut others = Vec::new();
    while let Some((word, following)) = rest.split_first() {
        match courtesy_at_start(rest) {
            0 => {
                others.push(word.clone());
                rest = following;
            }
            length => rest = skip_words(rest, length),
        }
    }
    others
}

/// How many words the courtesy has that they begin with, with an “and” before it; 0: with none.
fn courtesy_at_start(words: &[String]) -> usize {
    let and = longest_at_start(words, AND);
    match longest_at_start(skip_words(words, and), COURTESY) {
        0 => 0,
        length => and + length,
    }
}
