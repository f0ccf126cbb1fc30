//! The name of a person.

use super::visible_text::is_visible_text;

/// The maximum length of a name, in characters.
const MAX_CHARS: usize = 200;

/// The name that others see, as it was typed but for the space around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonName(String);

/// A name that is empty, too long, without a letter or digit, or with a character that cannot be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a name has 1 to {MAX_CHARS} characters, a letter among them, and all can be seen")]
pub struct InvalidName;

impl PersonName {
    /// The name that was typed.
    ///
    /// # Errors
    /// Empty, longer than 200 characters, without a letter or digit, or with a character that cannot be seen, such as a
    /// line break.
    pub fn parse(text: &str) -> Result<Self, InvalidName> {
        let name = text.trim();
        let is_valid = (1..=MAX_CHARS).contains(&name.chars().count());
        if is_valid && is_visible_text(name) {
            Ok(Self(name.to_owned()))
        } else {
            Err(InvalidName)
        }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::{InvalidName, PersonName};

    #[test]
    fn is_what_people_are_called() {
        let longest = "é".repeat(200);
        for (text, name) in [(" Zoë Ng ", "Zoë Ng"), ("明", "明"), (&longest, &longest)] {
            let parsed = PersonName::parse(text);
            assert_eq!(parsed.as_ref().map(PersonName::as_str), Ok(name));
        }
        for text in [
            "",
            "  ",
            "-",
            "Ada\nByron",
            "Ada\0",
            "\u{3164}",
            "Ada\u{FFA0}",
            "Ada\u{202E}norib",
            "Ada\u{2028}Byron",
            &"x".repeat(201),
        ] {
            assert_eq!(PersonName::parse(text), Err(InvalidName), "{text:?}");
        }
    }
}
