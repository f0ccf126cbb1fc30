//! The personas of simulated contacts.

use super::phrases;
use rand::{Rng, rngs::StdRng};

/// A contact's persona, which follows from the seed and the cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Persona {
    /// Says yes, with exclamation marks.
    Eager,
    /// One word, in lower case.
    Terse,
    /// Answers with questions.
    Curious,
    /// Wants to know who is asking.
    Wary,
    /// Would, but not now.
    Busy,
    /// Says no, politely or not.
    Unwilling,
    /// Not the person on the list.
    Stranger,
    /// Opts out with a stop word.
    Leaving,
}

impl Persona {
    /// Draws a persona; three in a hundred opt out.
    pub fn draw(rng: &mut StdRng) -> Self {
        match rng.random_range(0..100) {
            0..24 => Self::Eager,
            24..42 => Self::Terse,
            42..60 => Self::Curious,
            60..70 => Self::Wary,
            70..84 => Self::Busy,
            84..93 => Self::Unwilling,
            93..97 => Self::Stranger,
            _ => Self::Leaving,
        }
    }

    /// The possible answers to the first text, or to later ones.
    pub fn phrases(self, first: bool) -> &'static [&'static str] {
        match (self, first) {
            (Self::Eager, true) => phrases::EAGER_FIRST,
            (Self::Eager, false) => phrases::EAGER_LATER,
            (Self::Terse, true) => phrases::TERSE_FIRST,
            (Self::Terse, false) => phrases::TERSE_LATER,
            (Self::Curious, true) => phrases::CURIOUS_FIRST,
            (Self::Curious, false) => phrases::CURIOUS_LATER,
            (Self::Wary, true) => phrases::WARY_FIRST,
            (Self::Wary, false) => phrases::WARY_LATER,
            (Self::Busy, true) => phrases::BUSY_FIRST,
            (Self::Busy, false) => phrases::BUSY_LATER,
            (Self::Unwilling, true) => phrases::UNWILLING_FIRST,
            (Self::Unwilling, false) => phrases::UNWILLING_LATER,
            (Self::Stranger, true) => phrases::STRANGER_FIRST,
            (Self::Stranger, false) => phrases::STRANGER_LATER,
            (Self::Leaving, _) => phrases::STOPS,
        }
    }

    /// The percentage of texts after the first that get an answer.
    pub fn later_answer_percentage(self) -> u32 {
        match self {
            Self::Curious => 75,
            Self::Eager => 55,
            Self::Wary => 45,
            Self::Terse | Self::Busy => 35,
            Self::Unwilling | Self::Stranger => 15,
            // After the stop word there is nothing to add.
            Self::Leaving => 0,
        }
    }
}
