//! Messages that may ask to be left alone, which a person decides.

use super::folded_words::{fold, sentences, words};
use super::keyword::{
    Keyword, begins, is_nothing_but, is_stop, joined_stop_words, longest_at_start,
    parts_of_stop_words, without_courtesy,
};
use super::reaction::without_quotation;
use std::sync::LazyLock;

/// What people write who want no more texts, or are not the one who is meant, anywhere in a message.
const PHRASES: &[&str] = &[
    "take me off",
    "take us off",
    "take my number off",
    "take this number off",
    "remove me",
    "remove us",
    "remove my number",
    "remove this number",
    "remove my name",
    "delete my number",
    "delete this number",
    "lose my number",
    "off your list",
    "off this list",
    "off the list",
    "wrong number",
    "you have the wrong person",
    "you got the wrong person",
    "youve got the wrong person",
    "texting the wrong person",
    "texted the wrong person",
    "do not text",
    "dont text",
    "do not message",
    "dont message",
    "do not contact",
    "dont contact",
    "do not call",
    "dont call",
    "stop texting",
    "stop messaging",
    "stop contacting",
    "stop sending",
    "stop calling",
    "stop bothering",
    "stop harassing",
    "stop these texts",
    "stop these messages",
    "stop the texts",
    "stop the messages",
    "quit texting",
    "quit messaging",
    "quit sending",
    "no more texts",
    "no more messages",
    "unsubscribe",
    "opt out",
    "optout",
    "opt me out",
    "leave me alone",
    // Spanish, without its accents: to somebody by `usted`, by `ustedes`, and by `tú` or `vos`.
    "numero equivocado",
    "tiene a la persona equivocada",
    "tienes a la persona equivocada",
    "tienen a la persona equivocada",
    "no me mande",
    "no me manden",
    "no me mandes",
    "no me envie",
    "no me envien",
    "no me envies",
    "no me escriba",
    "no me escriban",
    "no me escribas",
    "no me texteen",
    "no me textees",
    "no me contacten",
    "no me contactes",
    "no me llamen",
    "no me llames",
    "no me molesten",
    "no me molestes",
    "no mas mensajes",
    "deje de",
    "dejen de",
    "deja de escribir",
    "deja de escribirme",
    "deja de mandar",
    "deja de mandarme",
    "deja de enviar",
    "deja de enviarme",
    "deja de textearme",
    "deja de molestar",
    "deja de molestarme",
    "para de escribirme",
    "para de mandarme",
    "para de enviarme",
    "dejeme en paz",
    "dejenme en paz",
    "dejame en paz",
    "quiteme",
    "quitenme",
    "quitame",
    "borreme",
    "borrenme",
    "borrame",
    "elimineme",
    "eliminenme",
    "eliminame",
    "eliminen mi numero",
    "elimina mi numero",
    "borra mi numero",
    "saqueme de",
    "saquenme de",
    "sacame de",
    "dame de baja",
    "deme de baja",
    "denme de baja",
];

/// What asks for the same as a sentence of its own, or as a part of one between commas. Among other words it is said of
/// anything: “We have to stop this”, “the wrong person for the job”.
const SENTENCES: &[&str] = &[
    "stop now",
    "wrong person",
    "the wrong person",
    "i am the wrong person",
    "im the wrong person",
    "this is the wrong person",
    "persona equivocada",
    "soy la persona equivocada",
];

/// How a sentence of its own begins that asks for the same, whatever follows: “Stop this right now”.
const BEGINNINGS: &[&str] = &["stop this", "stop it", "stop these"];

/// What may stand before one of [`SENTENCES`] or [`BEGINNINGS`] when it is said to us, or asked of us.
const TO_US: &[&str] = &[
    "no",
    "now",
    "just",
    "you",
    "you can",
    "you should",
    "you must",
    "you need to",
    "you have to",
    "you people",
    "you guys",
    "need to",
    "have to",
    "can you",
    "could you",
    "will you",
    "would you",
    "i said",
    "how do i",
    "how can i",
];

/// What is a stop word to whoever writes it and to no carrier, as a message of its own.
const WORDS: &[&str] = &[
    "unsub",
    "unsuscribe",
    "unsubcribe",
    "unsubscibe",
    "stp",
    "stpo",
    "sotp",
    "remove",
    "alto",
    "pare",
    "paren",
    "parar",
    "detener",
    "cancelar",
    "basta",
    "baja",
    "no mas",
];

/// Whether somebody should look at a message that opts nobody out, because its writer may want just that: a stop word
/// that is misspelled, disguised (“St0p please”, “S.T.O.P”) or a sentence among others, or words like “take me off your
/// list” and “wrong number”. What a reaction quotes is not theirs.
#[must_use]
pub fn may_want_to_opt_out(message: &str) -> bool {
    if Keyword::of(message) == Some(Keyword::Stop) {
        return false;
    }
    let folded = fold(without_quotation(message));
    let words = words(&folded);
    has_phrase(&words)
        || is_nothing_but(&words, WORDS)
        || sentences(&folded).any(|sentence| is_stop(&sentence))
        || clauses(&folded).any(|clause| is_asked_of_us(&clause))
        || is_disguised_stop(&folded)
}

fn has_phrase(words: &[String]) -> bool {
    (0..words.len()).any(|start| {
        let rest = words.get(start..).unwrap_or_default();
        PHRASES.iter().any(|phrase| begins(rest, phrase))
    })
}

/// The words of each part of a sentence, between commas, colons, brackets and dashes.
fn clauses(folded: &str) -> impl Iterator<Item = Vec<String>> {
    folded
        .split([',', ':', '(', ')', '–', '—'])
        .flat_map(sentences)
}

/// Whether the words are of [`SENTENCES`], or begin as one of [`BEGINNINGS`], with courtesy anywhere, perhaps after words of
/// [`TO_US`].
fn is_asked_of_us(clause: &[String]) -> bool {
    let plain: Vec<String> = without_courtesy(clause)
        .into_iter()
        .map(str::to_owned)
        .collect();
    let mut rest = plain.as_slice();
    loop {
        match longest_at_start(rest, TO_US) {
            0 => {
                return is_nothing_but(rest, SENTENCES)
                    || BEGINNINGS.iter().any(|beginning| begins(rest, beginning));
            }
            length => rest = rest.get(length..).unwrap_or_default(),
        }
    }
}

/// Whether a folded message, or a sentence of it, is a stop word and courtesy, with figures and letters of other alphabets
/// read as the letters that they look like, and each letter once: word by word, or without what stands between its letters.
fn is_disguised_stop(folded: &str) -> bool {
    let plain: String = folded.chars().map(looks_like).collect();
    let of_message = std::iter::once(words(&plain));
    of_message
        .chain(sentences(&plain))
        .any(|words| is_disguised(&words))
}

/// The stop words as they are compared: each letter once, without spaces; and their parts, with what each stands for. A page
/// of replies compares hundreds of messages with them.
static JOINED_ONCE: LazyLock<Vec<String>> = LazyLock::new(|| {
    let joined = joined_stop_words();
    joined.map(|word| each_once(word.chars())).collect()
});
static PARTS_ONCE: LazyLock<Vec<(String, &str)>> = LazyLock::new(|| {
    let parts = parts_of_stop_words();
    parts.map(|part| (each_once(part.chars()), part)).collect()
});

fn is_disguised(words: &[String]) -> bool {
    // More than any of them has, however it is spread, with courtesy around it.
    const MAX_WORDS: usize = 30;
    if words.len() > MAX_WORDS {
        return false;
    }
    let as_meant: Vec<String> = words.iter().map(|word| as_meant(word)).collect();
    let letters = without_courtesy(words).concat();
    is_stop(&as_meant) || {
        let letters = each_once(letters.chars());
        JOINED_ONCE.contains(&letters)
    }
}

/// The word of a stop word that this one stands for, or the same one.
fn as_meant(word: &str) -> String {
    let once = each_once(word.chars());
    let meant = PARTS_ONCE.iter().find(|(letters, _)| once == *letters);
    meant.map_or(word, |(_, part)| part).to_owned()
}

fn looks_like(c: char) -> char {
    match c {
        '0' | 'ø' | 'о' | 'ο' => 'o',
        '1' | '|' | 'і' | 'ı' => 'i',
        '3' | 'е' | 'є' => 'e',
        '5' | '$' | 'ѕ' => 's',
        '7' | '+' | 'т' | 'τ' => 't',
        '4' | '@' | 'а' | 'α' => 'a',
        'р' | 'ρ' => 'p',
        'с' => 'c',
        'ν' => 'v',
        'υ' => 'u',
        other => other,
    }
}

/// Without the letters that follow themselves.
fn each_once(letters: impl Iterator<Item = char>) -> String {
    let mut once = String::new();
    for letter in letters {
        if !once.ends_with(letter) {
            once.push(letter);
        }
    }
    once
}
