//! SMS segments, in which carriers send and bill a text.

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
        let (mut characters, mut septets, mut units) = (0, Some(0), 0);
        for character in text.chars() {
            characters += 1;
            units += character.len_utf16() as u32;
            septets = septets.and_then(|sum: u32| Some(sum + septet_count(character)?));
        }
        let segments = match septets {
            Some(septets) => parts(septets, 160, 153),
            None => parts(units, 70, 67),
        };
        Self {
            characters,
            segments,
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

fn parts(length: u32, alone: u32, joined: u32) -> u32 {
    if length > alone {
        length.div_ceil(joined)
    } else {
        length.min(1)
    }
}

impl fmt::Display for Segments {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let characters = if self.characters == 1 {
            "character"
        } else {
            "characters"
        };
        let segments = if self.segments == 1 {
            "segment"
        } else {
            "segments"
        };
        write!(
            f,
            "{} {characters}, {} {segments}",
            self.characters, self.segments
        )
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
    fn says_so_in_words() {
        assert_eq!(Segments::of("").to_string(), "0 characters, 0 segments");
        assert_eq!(Segments::of("x").to_string(), "1 character, 1 segment");
    }
}
