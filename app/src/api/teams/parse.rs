//! The parser of a team's form.

use crate::api::form_input;
use crate::field_errors::FieldErrors;

/// The title and the priority of a team.
pub(super) fn parse(title: &str, priority: &str) -> Result<(String, i32), FieldErrors> {
    let mut errors = FieldErrors::default();
    let title = form_input::title(&mut errors, "title", title, 100);
    let priority = form_input::number(&mut errors, "priority", priority, 0, 1000);
    if errors.is_empty() {
        Ok((title, priority))
    } else {
        Err(errors)
    }
}
