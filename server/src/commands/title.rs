//! The titles of teams and tags.

use super::CommandError;

/// The longest, in characters, as the pages have it.
const MAX_CHARACTERS: usize = 100;

/// What was given, without the space around it.
///
/// # Errors
/// It is empty, or too long.
pub fn short_title(title: &str) -> Result<&str, CommandError> {
    let title = title.trim();
    if (1..=MAX_CHARACTERS).contains(&title.chars().count()) {
        return Ok(title);
    }
    Err(CommandError::Refused(format!(
        "A title can have 1 to {MAX_CHARACTERS} characters."
    )))
}
