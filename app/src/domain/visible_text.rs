//! What people can see and say of the name of something.

/// Whether a name or a title can be read: a letter or digit is in it, and no character that cannot be seen, such as a
/// line break.
pub fn is_visible_text(text: &str) -> bool {
    text.contains(char::is_alphanumeric) && !text.contains(is_hidden)
}

/// A character that shows as nothing, breaks the line, or turns the direction of what stands after it.
fn is_hidden(character: char) -> bool {
    let is_mark = matches!(
        character,
        '\u{115F}' | '\u{1160}' | '\u{200B}' | '\u{2060}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}'
            | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
    );
    character.is_control() || is_mark
}

#[cfg(test)]
mod tests {
    use super::is_visible_text;

    #[test]
    fn has_a_letter_or_digit_and_nothing_hidden() {
        for text in ["Legal", "明", "2026", "¡Vota!", "Vote 🗳️"] {
            assert!(is_visible_text(text), "{text:?}");
        }
        for text in [
            "",
            "-",
            "\u{200B}",
            "\u{202E}\u{200B}",
            "\u{3164}",
            "Legal\u{200B}",
            "Legal\u{202E}",
            "Le\ngal",
        ] {
            assert!(!is_visible_text(text), "{text:?}");
        }
    }
}
