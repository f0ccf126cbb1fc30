//! Messages that may ask to be left alone, which a person decides.

mod disguised;
mod english;
mod spanish;
mod standalone;

use self::disguised::is_disguised_stop;
use self::standalone::{BEGINNINGS, BESIDE, SENTENCES};
use super::courtesy::without_courtesy;
use super::folded_words::{clauses, fold, own_lines, sentences, words};
use super::keyword::{Keyword, STOP};
use super::phrases::{begins, longest_at_start, skip_words};
use super::reaction::without_quotation;

/// Whether somebody should look at a message that opts nobody out, because its writer may want just that: a stop word
/// that is misspelled, disguised (“St0p please”, “S.T.O.P”), a sentence or a part of one (“Not interested, stop”) or in
/// capitals at either end, or words like “take me off your list” and “wrong number”. What a reaction quotes is not
/// theirs.
#[must_use]
pub fn may_want_to_opt_out(message: &str) -> bool {
    if Keyword::of(message) == Some(Keyword::Stop) {
        return false;
    }
    let own = without_quotation(message);
    let folded = with_number_signs_read(&fold(own));
    let words = words(&folded);
    has_phrase(&words)
        || is_asked_of_us(&words)
        || sentences(&folded).any(|sentence| is_asked_of_us(&sentence))
        || clauses(&folded).any(|clause| is_asked_of_us(&clause))
        || is_disguised_stop(&folded)
        || has_stop_in_capitals(own)
}

/// A folded text with its number signs as words, for “wrong #”. One that a word or figure follows stays.
fn with_number_signs_read(folded: &str) -> String {
    let mut read = String::with_capacity(folded.len());
    let mut characters = folded.chars().peekable();
    while let Some(character) = characters.next() {
        let is_tag = characters.peek().is_some_and(|next| next.is_alphanumeric());
        if character == '#' && !is_tag {
            read.push_str(" number ");
        } else {
            read.push(character);
        }
    }
    read
}

fn has_phrase(words: &[String]) -> bool {
    (0..words.len()).any(|start| {
        let mut phrases = english::PHRASES.iter().chain(spanish::PHRASES);
        phrases.any(|phrase| begins(skip_words(words, start), phrase))
    })
}

/// Whether the words are stop words, or of [`SENTENCES`], and otherwise courtesy and words of [`BESIDE`], or begin as
/// one of [`BEGINNINGS`] after such words.
fn is_asked_of_us(clause: &[String]) -> bool {
    let plain = without_courtesy(clause);
    let mut rest = plain.as_slice();
    let mut asked = false;
    while !rest.is_empty() {
        if BEGINNINGS.iter().any(|beginning| begins(rest, beginning)) {
            return true;
        }
        let request = longest_at_start(rest, STOP).max(longest_at_start(rest, SENTENCES));
        let length = request.max(longest_at_start(rest, BESIDE));
        if length == 0 {
            return false;
        }
        asked |= request == length;
        rest = skip_words(rest, length);
    }
    asked
}

/// Whether the first or the last word is STOP in capitals, and not all words are: “STOP Democrats”, “Who is this STOP”,
/// but no “STOP BY MY HOUSE”.
fn has_stop_in_capitals(text: &str) -> bool {
    let words: Vec<&str> = own_lines(text)
        .flat_map(|line| line.split(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .collect();
    let is_at_an_end = words.first() == Some(&"STOP") || words.last() == Some(&"STOP");
    is_at_an_end && words.iter().any(|word| word.contains(char::is_lowercase))
}
