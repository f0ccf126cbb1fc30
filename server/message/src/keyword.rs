//! Keywords, by which a contact opts out, and in again.

use super::courtesy::is_nothing_but;
use super::folded_words::folded_words;

/// The carriers' list (CTIA's messaging principles and the FCC's rule of April 2025), as [`folded_words`] has it: what
/// stands between two words, a space, a hyphen or `=`, does not matter.
pub(crate) const STOP: &[&str] = &[
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
