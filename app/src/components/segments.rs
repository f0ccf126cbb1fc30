//! SMS segments, in which carriers send and bill a text.

use crate::domain::with_straight_quotes;
use sentences::island;
use std::fmt;

/// The length of a text as carriers count it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Segments {
    /// Characters as a person counts them.
    pub characters: u32,
    /// Segments that it is sent in; an empty text has none.
    pub segments: u32,
}

/// The characters of GSM 03.38 that are not ASCII letters or digits; those of the second string take
/// two septets.
const GSM: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./:;<=>?¡ÄÖÑÜ§¿äöñüà";
const GSM_DOUBLE: &str = "^{}\\[~]|€";

impl Segments {
    /// The most characters that a text may have; message services take no more in one go.
    pub const MAX_CHARACTERS: u32 = 1600;

    /// Of a text. One character outside the GSM alphabet, an emoji or a curly quote, makes every
    /// segment hold 70 instead of 160.
    pub fn of(text: &str) -> Self {
        let mut characters = 0;
        let (mut gsm, mut ucs2) = (Some(Packed::new(160, 153)), Packed::new(70, 67));
        for character in text.chars() {
            characters += 1;
            ucs2.push(character.len_utf16() as u32);
            gsm = gsm
                .zip(septet_count(character))
                .map(|(packed, septets)| packed.with(septets));
        }
        Self {
            characters,
            segments: gsm.unwrap_or(ucs2).segments(),
        }
    }
}

impl Segments {
    /// Whether a text would take fewer segments with straight quotes in the place of curly ones.
    pub fn are_fewer_with_straight_quotes(text: &str) -> bool {
        Self::of(&with_straight_quotes(text)).segments < Self::of(text).segments
    }
}

/// Characters packed one after the other into joined segments. One that takes two units, an emoji or `€`, is not split
/// between two segments, but begins the next.
#[derive(Clone, Copy)]
struct Packed {
    /// What a text of one segment holds.
    alone: u32,
    /// What each of several segments holds.
    joined: u32,
    length: u32,
    full: u32,
    in_last: u32,
}

impl Packed {
    fn new(alone: u32, joined: u32) -> Self {
        Self {
            alone,
            joined,
            length: 0,
            full: 0,
            in_last: 0,
        }
    }

    fn push(&mut self, units: u32) {
        self.length += units;
        self.in_last += units;
        if self.in_last > self.joined {
            self.full += 1;
            self.in_last = units;
        }
    }

    fn with(mut self, units: u32) -> Self {
        self.push(units);
        self
    }

    fn segments(self) -> u32 {
        if self.length > self.alone {
            self.full + 1
        } else {
            self.length.min(1)
        }
    }
}

fn septet_count(character: char) -> Option<u32> {
    // Not `contains`, which brings the whole search for strings to the browser.
    let among = |alphabet: &str| alphabet.chars().any(|one| one == character);
    if character.is_ascii_alphanumeric() || among(GSM) {
        Some(1)
    } else {
        among(GSM_DOUBLE).then_some(2)
    }
}

impl fmt::Display for Segments {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&island::characters_and_segments(
            self.characters,
            self.segments,
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::Segments;

    #[test]
    fn counts_as_carriers_do() {
        let segments = |text: &str| Segments::of(text).segments;
        assert_eq!(segments(""), 0);
        assert_eq!(segments("Hi"), 1);
        assert_eq!(segments(&"a".repeat(160)), 1);
        assert_eq!(segments(&"a".repeat(161)), 2);
        assert_eq!(segments(&"a".repeat(307)), 3);
        assert_eq!(segments(&"€".repeat(80)), 1);
        assert_eq!(segments(&"€".repeat(81)), 2);
        assert_eq!(segments(&"’".repeat(70)), 1);
        assert_eq!(segments(&"’".repeat(71)), 2);
        assert_eq!(segments(&"🙂".repeat(35)), 1);
        assert_eq!(segments(&"🙂".repeat(36)), 2);
    }

    #[test]
    fn a_character_of_two_units_is_not_split_between_two_segments() {
        let segments = |text: &str| Segments::of(text).segments;
        let around = |side: &str, count, middle: &str| {
            segments(&[&side.repeat(count), middle, &side.repeat(count)].concat())
        };
        assert_eq!(around("a", 152, "€"), 3);
        assert_eq!(around("中", 66, "😀"), 3);
        // Where the pair fits, nothing is lost.
        assert_eq!(around("a", 151, "€"), 2);
        assert_eq!(around("中", 65, "😀"), 2);
    }

    #[test]
    fn straight_quotes_spare_segments_where_nothing_else_needs_the_wide_alphabet() {
        let fewer = Segments::are_fewer_with_straight_quotes;
        assert!(fewer(&"It’s on. ".repeat(17)));
        assert!(fewer(&["“", &"a".repeat(158), "”"].concat()));
        assert!(!fewer("It’s on."));
        assert!(!fewer(&"It’s on 🙂 ".repeat(17)));
        assert!(!fewer(&"It's on. ".repeat(17)));
    }

    #[test]
    fn says_so_in_words() {
        assert_eq!(Segments::of("").to_string(), "0 characters, 0 segments");
        assert_eq!(Segments::of("x").to_string(), "1 character, 1 segment");
    }
}
