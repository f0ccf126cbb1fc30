//! What a contact answers, and after how long.

use super::{Manner, Persona, phrases};
use rand::{Rng, SeedableRng, rngs::StdRng, seq::IndexedRandom};
use server_message::OutboundText;
use sha2::{Digest, Sha256};
use std::time::Duration;

/// What a contact is going to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The words.
    pub body: String,
    /// How long after the text.
    pub delay: Duration,
}

/// What the contact answers to a text, or `None` if nothing. `turn` is the number of texts that they
/// got before. The same arguments give the same answer, on every server.
pub fn answer(manner: &Manner, text: &OutboundText, turn: i64) -> Option<Answer> {
    let cell = text.to.as_str();
    let persona = Persona::draw(&mut rng(manner.seed, &["temper", cell]));
    let rng = &mut rng(
        manner.seed,
        &["answer", cell, &turn.to_string(), &text.body],
    );
    let first = turn == 0;
    if rng.random_range(0..100) >= manner.answered
        || (!first && rng.random_range(0..100) >= persona.keeps_answering())
    {
        return None;
    }
    let body = persona.phrases(first).choose(rng)?;
    Some(Answer {
        body: (*body).to_owned(),
        delay: delay(manner, rng),
    })
}

/// What a contact says who writes again without having been texted.
pub fn remark(rng: &mut StdRng) -> &'static str {
    phrases::AGAIN
        .choose(rng)
        .copied()
        .unwrap_or("Hi, are you still there?")
}

/// Most people answer soon or late; the cube of an even draw is close to how they do.
fn delay(manner: &Manner, rng: &mut StdRng) -> Duration {
    let range = manner.slowest.saturating_sub(manner.quickest);
    manner.quickest + range.mul_f64(rng.random::<f64>().powi(3))
}

/// Randomness that follows from the seed and some words. Not for secrets.
fn rng(seed: u64, words: &[&str]) -> StdRng {
    let mut hash = Sha256::new();
    hash.update(seed.to_be_bytes());
    for word in words {
        // The length keeps ("ab", "c") and ("a", "bc") apart.
        hash.update(word.len().to_be_bytes());
        hash.update(word.as_bytes());
    }
    StdRng::from_seed(hash.finalize().into())
}
