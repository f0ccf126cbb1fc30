//! Stop words that are misspelled or disguised: “St0p please”, “S.T.O.P”, “stoppp”, “🆂🆃🅾🅿”, “STOP1”.

use crate::courtesy::{is_nothing_but, without_courtesy};
use crate::folded_words::{clauses, sentences, words};
use crate::keyword::STOP;
use std::sync::LazyLock;

/// Whether a folded message, a sentence of it or a part of one is a stop word and courtesy, with figures, letters of
/// other alphabets and emoji read as the letters that they look like, and each letter once: word by word, or without
/// what stands between its letters; or with figures behind its words.
pub(super) fn is_disguised_stop(folded: &str) -> bool {
    let plain: String = folded.chars().map(looks_like).collect();
    let letters = folded.chars().map(|c| letter_of_emoji(c).unwrap_or(c));
    let plain_emoji: String = letters.map(looks_like).collect();
    // Most emoji are no letters, and a flag stands beside words.
    is_disguised_in(&plain)
        || plain != plain_emoji && is_disguised_in(&plain_emoji)
        || clauses(folded).any(|words| is_stop_with_figures(&words))
}

fn is_disguised_in(plain: &str) -> bool {
    std::iter::once(words(plain))
        .chain(sentences(plain))
        .chain(clauses(plain))
        .any(|words| is_disguised(&words))
}

fn is_stop_with_figures(words: &[String]) -> bool {
    let words = words.iter().map(|word| without_figures_behind(word));
    let words: Vec<String> = words.map(str::to_owned).collect();
    is_nothing_but(&words, STOP)
}

/// The stop words as they are compared: each letter once, without spaces; and their parts, with what each stands for. A page
/// of replies compares hundreds of messages with them.
static JOINED_ONCE: LazyLock<Vec<String>> = LazyLock::new(|| {
    let letters = STOP.iter().map(|phrase| phrase.replace(' ', ""));
    letters.map(|word| each_once(&word)).collect()
});
static PARTS_ONCE: LazyLock<Vec<(String, &str)>> = LazyLock::new(|| {
    let parts = STOP.iter().flat_map(|phrase| phrase.split(' '));
    parts.map(|part| (each_once(part), part)).collect()
});

fn is_disguised(words: &[String]) -> bool {
    // More than any of them has, however it is spread, with courtesy around it.
    const MAX_WORDS: usize = 30;
    if words.len() > MAX_WORDS {
        return false;
    }
    let as_meant: Vec<String> = words.iter().map(|word| as_meant(word)).collect();
    is_nothing_but(&as_meant, STOP) || {
        let letters = each_once(&without_courtesy(words).concat());
        JOINED_ONCE.contains(&letters)
    }
}

/// The word of a stop word that this one stands for, or the same one.
fn as_meant(word: &str) -> String {
    let once = each_once(word);
    let meant = PARTS_ONCE.iter().find(|(letters, _)| once == *letters);
    meant.map_or(word, |(_, part)| part).to_owned()
}

/// The word without the figures at its end, as a keycap leaves one; a figure by itself stays.
fn without_figures_behind(word: &str) -> &str {
    match word.trim_end_matches(|c: char| c.is_ascii_digit()) {
        "" => word,
        letters => letters,
    }
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

/// The letter that an emoji shows, white in a black circle or square, or as half of a flag. Compatibility decomposition
/// leaves these as they are.
fn letter_of_emoji(c: char) -> Option<char> {
    let first = match c {
        '\u{1f150}'..='\u{1f169}' => '\u{1f150}',
        '\u{1f170}'..='\u{1f189}' => '\u{1f170}',
        '\u{1f1e6}'..='\u{1f1ff}' => '\u{1f1e6}',
        _ => return None,
    };
    char::from_u32(u32::from('a') + u32::from(c) - u32::from(first))
}

/// Without the letters that follow themselves.
fn each_once(text: &str) -> String {
    let mut once = String::new();
    for letter in text.chars() {
        if !once.ends_with(letter) {
            once.push(letter);
        }
    }
    once
}
