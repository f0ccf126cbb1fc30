//! What Message Review is searched for: a contact, and words.

/// How a contact is found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ContactSought {
    /// By how their name begins, first name or last name first, in any case. Of those who do not see last names it is
    /// the first name that counts.
    Name(String),
    /// By the last digits of their cell, or by all of them.
    LastDigits(String),
}

/// Words that a message of the conversation has to hold: all of them, whole, in any order and case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordsSought(String);

impl ContactSought {
    /// The longest, in characters.
    pub const MAX_CHARACTERS: usize = 200;
    /// Fewer digits are no end of a number that anybody looks for.
    pub const MIN_DIGITS: usize = 4;

    /// What a person typed or pasted: digits with what may stand between them are the end of a number, a whole one without the
    /// zero that some countries put in front of national ones; anything else is a name.
    ///
    /// # Errors
    /// `None`: no letter or digit, too long, or digits that are too few or too many.
    pub fn new(typed: &str) -> Option<Self> {
        let text = typed.trim();
        let has_word = text.chars().any(char::is_alphanumeric);
        if !has_word || text.chars().count() > Self::MAX_CHARACTERS {
            return None;
        }
        let number: String = text.chars().filter_map(plain).collect();
        let number = without_scheme(&number);
        let is_number = number
            .chars()
            .all(|letter| letter.is_ascii_digit() || "+-.()/ ".contains(letter));
        if !is_number {
            return Some(Self::Name(text.to_owned()));
        }
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        // Only of a whole one: the end of a number may begin with it too.
        let digits = match digits.len() {
            0..=7 => digits.as_str(),
            _ => digits.trim_start_matches('0'),
        };
        (Self::MIN_DIGITS..=15)
            .contains(&digits.len())
            .then(|| Self::LastDigits(digits.to_owned()))
    }

    /// The name, or the digits.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Name(text) | Self::LastDigits(text) => text,
        }
    }
}

/// A character of a number as telephones have it; `None` if it only directs how text is shown. As in files that are imported
/// (`server/src/import/phone/written.rs`).
fn plain(letter: char) -> Option<char> {
    match letter {
        '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{ad}'
        | '\u{feff}' => None,
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => Some('-'),
        letter if letter.is_whitespace() => Some(' '),
        letter => Some(letter),
    }
}

/// A number without the `tel:` of a link.
fn without_scheme(text: &str) -> &str {
    match text.split_at_checked(4) {
        Some((scheme, number)) if scheme.eq_ignore_ascii_case("tel:") => number,
        _ => text,
    }
}

impl WordsSought {
    /// The longest, in characters.
    pub const MAX_CHARACTERS: usize = 200;

    /// What a person typed.
    ///
    /// # Errors
    /// `None`: there is no word in it, or it is too long.
    pub fn new(typed: &str) -> Option<Self> {
        let text = typed.trim();
        let is_valid =
            text.chars().count() <= Self::MAX_CHARACTERS && text.chars().any(char::is_alphanumeric);
        is_valid.then(|| Self(text.to_owned()))
    }

    /// The words, as they were typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::ContactSought;

    #[test]
    fn digits_are_the_end_of_a_number_and_anything_else_a_name() {
        let digits = |text: &str| match ContactSought::new(text) {
            Some(ContactSought::LastDigits(digits)) => Some(digits),
            _ => None,
        };
        assert_eq!(digits("+1 (202) 555-0123").as_deref(), Some("12025550123"));
        for pasted in [
            "+1\u{a0}202\u{2011}555\u{2011}0123",
            "1 202\u{2013}555\u{2013}0123",
            "\u{202a}12025550123\u{202c}",
            "１（２０２）５５５－０１２３",
            "tel:+1-202-555-0123",
            "Tel: 1 202 555 0123",
        ] {
            assert_eq!(digits(pasted).as_deref(), Some("12025550123"), "{pasted}");
        }
        assert_eq!(digits("0171 2345").as_deref(), Some("1712345"));
        assert_eq!(digits("0123").as_deref(), Some("0123"));
        for no_number in ["123", "tel:", "tel:Ada", "Ａda"] {
            assert_eq!(digits(no_number), None, "{no_number}");
        }
        assert_eq!(
            ContactSought::new(" Ada 2 "),
            Some(ContactSought::Name("Ada 2".into()))
        );
        assert_eq!(ContactSought::new(" 🙂! "), None);
    }
}
