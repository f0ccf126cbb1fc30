//! Keywords, by which a contact opts out, and in again.

use super::folded_words::folded_words;

/// The carriers' list (CTIA's messaging principles and the FCC's rule of April 2025), as [`folded_words`] has it: what
/// stands between two words, a space, a hyphen or `=`, does not matter.
const STOP: &[&str] = &[
    "stop",
    "stopall",
    "stop all",
    "unsubscribe",
    "cancel",
    "end",
    "quit",
    "revoke",
    "optout",
    "opt out",
    "stop2quit",
    "stop 2 quit",
    "stop quit",
    "stop to quit",
    // The same, said to somebody.
    "stop texting",
    "stop texting me",
    "stop texting us",
    "stop messaging",
    "stop messaging me",
    "stop contacting me",
    "unsubscribe me",
    "opt me out",
];

/// What opts in again. Twilio takes YES for it too, which is an answer to most questions.
const START: &[&str] = &["start", "unstop"];

/// What asks who this is.
const HELP: &[&str] = &["help", "info"];

/// What may stand around a keyword.
const COURTESY: &[&str] = &[
    "please",
    "pls",
    "plz",
    "kindly",
    "thanks",
    "thank you",
    "thank u",
    "thankyou",
    "thx",
    "ty",
    "hi",
    "hello",
    "hey",
    "ok",
    "okay",
    "sorry",
    "sir",
    "maam",
    "por favor",
    "gracias",
];

/// A message with a meaning of its own, by the rules of the carriers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keyword {
    /// The contact opts out.
    Stop,
    /// The contact lifts the opt-out that they made.
    Start,
    /// The contact asks who this is. A message like any other: a person answers it.
    Help,
}

impl Keyword {
    /// The keyword that a message is: nothing but words of one list, and courtesy around them. Case, accents, full-width
    /// letters, space, quotes, punctuation and emoji do not matter. A keyword among other words is none: “stop by my
    /// house”.
    #[must_use]
    pub fn of(message: &str) -> Option<Self> {
        let words = folded_words(message);
        [(STOP, Self::Stop), (START, Self::Start), (HELP, Self::Help)]
            .into_iter()
            .find_map(|(phrases, keyword)| is_nothing_but(&words, phrases).then_some(keyword))
    }

    /// The keyword that a message service recognized, perhaps by a list of its own.
    #[must_use]
    pub fn by_service(word: &str) -> Option<Self> {
        match word.trim().to_ascii_uppercase().as_str() {
            "STOP" => Some(Self::Stop),
            "START" => Some(Self::Start),
            "HELP" => Some(Self::Help),
            _ => None,
        }
    }
}

/// Whether the words are a stop word and courtesy.
pub(crate) fn is_stop(words: &[String]) -> bool {
    is_nothing_but(words, STOP)
}

/// The carriers' words, each in one piece.
pub(crate) fn joined_stop_words() -> impl Iterator<Item = String> {
    STOP.iter().map(|phrase| phrase.replace(' ', ""))
}

/// The words that the carriers' words are made of.
pub(crate) fn parts_of_stop_words() -> impl Iterator<Item = &'static str> {
    STOP.iter().flat_map(|phrase| phrase.split(' '))
}

/// The words without courtesy.
pub(crate) fn without_courtesy(words: &[String]) -> Vec<&str> {
    let mut rest = words;
    let mut others = Vec::new();
    while let Some((word, behind)) = rest.split_first() {
        match longest_at_start(rest, COURTESY) {
            0 => {
                others.push(word.as_str());
                rest = behind;
            }
            length => rest = rest.get(length..).unwrap_or_default(),
        }
    }
    others
}

/// Whether the words are at least one of the phrases, and courtesy.
pub(crate) fn is_nothing_but(words: &[String], phrases: &[&str]) -> bool {
    let mut rest = words;
    let mut found = false;
    while !rest.is_empty() {
        let phrase = longest_at_start(rest, phrases);
        let length = phrase.max(longest_at_start(rest, COURTESY));
        if length == 0 {
            return false;
        }
        found |= phrase == length;
        rest = rest.get(length..).unwrap_or_default();
    }
    found
}

/// How many words the longest phrase has that they begin with; 0: with none.
pub(crate) fn longest_at_start(words: &[String], phrases: &[&str]) -> usize {
    let at_start = phrases.iter().filter(|phrase| begins(words, phrase));
    let lengths = at_start.map(|phrase| phrase.split(' ').count());
    lengths.max().unwrap_or(0)
}

/// Whether the words begin with the phrase.
pub(crate) fn begins(words: &[String], phrase: &str) -> bool {
    let mut words = words.iter();
    phrase
        .split(' ')
        .all(|part| words.next().is_some_and(|word| word == part))
}
