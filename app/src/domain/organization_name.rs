//! The rule for the name of an organization.

use super::visible_text::is_visible_text;

/// The maximum length of a name, in characters.
const MAX_CHARS: usize = 200;

/// Whether an organization can have this name, without the space around it: of 1 to 200 characters, a letter or digit
/// among them, and none that cannot be seen.
pub fn is_organization_name(text: &str) -> bool {
    let name = text.trim();
    name.chars().count() <= MAX_CHARS && is_visible_text(name)
}

#[cfg(test)]
mod tests {
    use super::is_organization_name;

    #[test]
    fn is_what_members_can_read() {
        let longest = "é".repeat(200);
        for name in [" Vote Local ", "350", &longest] {
            assert!(is_organization_name(name), "{name:?}");
        }
        let too_long = "é".repeat(201);
        for name in ["", " ", "\u{202E}\u{200B}", "Vote\nLocal", &too_long] {
            assert!(!is_organization_name(name), "{name:?}");
        }
    }
}
