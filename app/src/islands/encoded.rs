//! The text encoding of values that travel from the server to the browser.

use leptos::server_fn::codec::PostcardEncoding;
use leptos::server_fn::{Bytes, Decodes, Encodes};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A value as one string: the arguments of an island, or the data of an event.
///
/// Everything from the server to the browser goes as Postcard, field after field without a name: the
/// answers of server functions as they are, and here written as text. So the bundle has one short reader
/// for each type, which serves pages, events and answers, and none that looks for fields by name.
#[derive(Debug, Clone)]
pub struct Encoded(String);

impl Encoded {
    /// From a value.
    pub fn new(value: &impl Serialize) -> Self {
        // What Postcard refuses, a sequence of unknown length, becomes an empty text, which nobody can decode.
        let bytes = PostcardEncoding::encode(value).unwrap_or_default();
        Self(bytes.iter().map(|byte| letter(*byte)).collect())
    }
}

impl AsRef<str> for Encoded {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl From<Encoded> for String {
    fn from(encoded: Encoded) -> Self {
        encoded.0
    }
}

/// A value from its text, if it is one of this type.
pub fn decode<T: DeserializeOwned>(text: &str) -> Option<T> {
    PostcardEncoding::decode(bytes(text)).ok()
}

/// Apart from [`decode`], so that the bundle has it once and not for each type.
fn bytes(text: &str) -> Bytes {
    let bytes: Vec<u8> = text.chars().map(|letter| letter as u8).collect();
    Bytes::from(bytes)
}

/// One byte as a character whose last eight bits are the byte, so that reading is cutting the rest off.
/// What HTML and streams of events leave alone stands for itself; the others are letters from
/// U+0100 on, which nothing escapes and nothing breaks a line at.
fn letter(byte: u8) -> char {
    match byte {
        b'"' | b'&' | b'\'' | b'<' | b'>' | b'\\' => shifted(byte),
        b'!'..=b'~' => char::from(byte),
        _ => shifted(byte),
    }
}

fn shifted(byte: u8) -> char {
    char::from_u32(0x100 + u32::from(byte)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Encoded, decode, letter};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn gives_back_what_was_put_in(value: (Vec<String>, Option<i64>, u32)) {
            prop_assert_eq!(decode(Encoded::new(&value).as_ref()), Some(value));
        }
    }

    #[test]
    fn every_byte_has_a_letter_that_neither_html_nor_an_event_touches() {
        for byte in 0..=u8::MAX {
            let letter = letter(byte);
            assert_eq!(letter as u8, byte);
            assert!(letter == '!' || letter.is_alphanumeric() || letter.is_ascii_punctuation());
            assert!(!"\"&'<>\\".contains(letter), "{letter}");
        }
    }

    #[test]
    fn gives_nothing_for_what_is_cut_off() {
        assert_eq!(decode::<String>("ab"), None);
    }
}
