//! The parser of a tag's form.

use crate::api::form_input;
use crate::field_errors::FieldErrors;

/// The title of a tag.
pub(super) fn parse(title: &str) -> Result<String, FieldErrors> {
    let mut errors = FieldErrors::default();
    let title = form_input::title(&mut errors, "title", title, 100);
    if errors.is_empty() {
        Ok(title)
    } else {
        Err(errors)
    }
}
