//! Messages that may ask to be left alone, which a person decides.

use super::folded_words::{fold, folded_sentences, folded_words};
use super::keyword::{Keyword, begins, is_nothing_but, is_stop, joined_stop_words};

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
    // Spanish, without its accents.
    "numero equivocado",
    "persona equivocada",
    "no me mande",
    "no me manden",
    "no me envie",
    "no me envien",
    "no me escriba",
    "no me escriban",
    "no mas mensajes",
    "deje de",
    "dejen de",
    "quiteme",
    "quitenme",
    "borreme",
    "borrenme",
    "eliminenme",
    "eliminen mi numero",
    "saquenme de",
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
/// that is misspelled, disguised (“St0p”, “S.T.O.P”) or a sentence among others, or words like “take me off your list”
/// and “wrong number”.
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
        || looks_like_a_stop_word(message)
}

fn has_phrase(words: &[String]) -> bool {
    (0..words.len()).any(|start| {
        let rest = words.get(start..).unwrap_or_default();
        PHRASES.iter().any(|phrase| begins(rest, phrase))
    })
}

/// Whether the whole message, with figures and letters of other alphabets read as the letters that they look like,
/// without what stands between them and each letter once, is a stop word.
fn looks_like_a_stop_word(message: &str) -> bool {
    // Longer than any of them, however it is spread.
    const MAX_CHARACTERS: usize = 60;
    let folded = fold(message);
    if folded.chars().count() > MAX_CHARACTERS {
        return false;
    }
    let letters = folded
        .chars()
        .map(looks_like)
        .filter(|c| c.is_alphanumeric());
    let message = each_once(letters);
    joined_stop_words().any(|word| message == each_once(word.chars().map(looks_like)))
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
