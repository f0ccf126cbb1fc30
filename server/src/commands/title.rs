//! The titles of teams and tags.

use super::CommandError;
use app::domain::is_visible_text;
use sentences::page;

/// The longest, in characters, as the pages have it.
const MAX_CHARACTERS: usize = 100;

/// What was given, without the space around it.
///
/// # Errors
/// It is empty or too long, or nobody could read it.
pub fn short_title(title: &str) -> Result<&str, CommandError> {
    let title = title.trim();
    if !(1..=MAX_CHARACTERS).contains(&title.chars().count()) {
        return Err(CommandError::Refused(format!(
            "A title can have 1 to {MAX_CHARACTERS} characters."
        )));
    }
    readable(title)
}

/// The title again.
///
/// # Errors
/// Nobody could read it.
pub fn readable(title: &str) -> Result<&str, CommandError> {
    if is_visible_text(title) {
        Ok(title)
    } else {
        Err(CommandError::Refused(page::title_cannot_be_read().into()))
    }
}
