//! Messages that may ask to be left alone, which a person decides.

use super::folded_words::{fold, folded_sentences, folded_words, sentences, words};
use super::keyword::{
    Keyword, begins, is_nothing_but, is_stop, joined_stop_words, parts_of_stop_words,
    without_courtesy,
};
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
    "wrong person",
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
    "stop these",
    "stop this",
    "stop it",
    "stop now",
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
    "persona equivocada",
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
/// list” and “wrong number”.
#[must_use]
pub fn may_want_to_opt_out(message: &str) -> bool {
    if Keyword::of(message) == Some(Keyword::Stop) {
        return false;
    }
    let words = folded_words(message);
    has_phrase(&words)
        || is_nothing_but(&words, WORDS)
        || folded_sentences(message)
            .iter()
            .any(|sentence| is_stop(sentence))
        || is_disguised_stop(message)
}

fn has_phrase(words: &[String]) -> bool {
    (0..words.len()).any(|start| {
        let rest = words.get(start..).unwrap_or_default();
        PHRASES.iter().any(|phrase| begins(rest, phrase))
    })
}

/// Whether the message, or a sentence of it, is a stop word and courtesy, with figures and letters of other alphabets read
/// as the letters that they look like, and each letter once: word by word, or without what stands between its letters.
fn is_disguised_stop(message: &str) -> bool {
    let plain: String = fold(message).chars().map(looks_like).collect();
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
