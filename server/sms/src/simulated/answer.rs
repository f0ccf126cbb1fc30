//! The answer of a simulated contact, and its delay.

use super::{Behavior, Persona, phrases};
use rand::{Rng, SeedableRng, rngs::StdRng, seq::IndexedRandom};
use server_message::OutboundText;
use sha2::{Digest, Sha256};
use std::time::Duration;

/// An answer that a contact is going to send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The text.
    pub body: String,
    /// The time from the text to the answer.
    pub delay: Duration,
}

/// The contact's answer to a text, if they answer. `turn` is the number of texts that they got before. The same
/// arguments give the same answer on every server.
pub fn answer(behavior: &Behavior, text: &OutboundText, turn: i64) -> Option<Answer> {
    let cell = text.to.as_str();
    let persona = Persona::draw(&mut rng(behavior.seed, &["temper", cell]));
    let rng = &mut rng(
        behavior.seed,
        &["answer", cell, &turn.to_string(), &text.body],
    );
    let first = turn == 0;
    if rng.random_range(0..100) >= behavior.answered
        || (!first && rng.random_range(0..100) >= persona.later_answer_percentage())
    {
        return None;
    }
    let body = persona.phrases(first).choose(rng)?;
    Some(Answer {
        body: (*body).to_owned(),
        delay: delay(behavior, rng),
    })
}

/// A text from a contact who writes again without having been texted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Remark {
    /// The text; a picture needs none.
    pub body: &'static str,
    /// Whether a picture comes along.
    pub with_picture: bool,
}

/// Such a text; one in ten comes with a picture.
pub fn remark(rng: &mut StdRng) -> Remark {
    let with_picture = rng.random_range(0..10) == 0;
    let phrases = if with_picture {
        phrases::WITH_PICTURE
    } else {
        phrases::AGAIN
    };
    Remark {
        body: phrases.choose(rng).copied().unwrap_or("Hello?"),
        with_picture,
    }
}

/// A random delay. The cube of a uniform number makes most answers quick and a few late.
fn delay(behavior: &Behavior, rng: &mut StdRng) -> Duration {
    let range = behavior.slowest.saturating_sub(behavior.quickest);
    behavior.quickest + range.mul_f64(rng.random::<f64>().powi(3))
}

/// A random number generator seeded by the seed and some words. Not for secrets.
pub(super) fn rng(seed: u64, words: &[&str]) -> StdRng {
    let mut hash = Sha256::new();
    hash.update(seed.to_be_bytes());
    for word in words {
        // The length keeps ("ab", "c") and ("a", "bc") apart.
        hash.update(word.len().to_be_bytes());
        hash.update(word.as_bytes());
    }
    StdRng::from_seed(hash.finalize().into())
}
