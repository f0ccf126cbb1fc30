//! The parser of a campaign's script and due date.

use crate::domain::MAX_SCRIPT_CHARACTERS;
use crate::error::AppError;
use crate::field_errors::FieldErrors;
use chrono::NaiveDate;
use sentences::page;

/// The form as it was filled in, or what a command makes of its options.
#[derive(Debug)]
pub struct ScriptForm {
    /// The first text.
    pub script: String,
    /// The last day on which first texts are handed out, as 2026-11-03, or nothing.
    pub due_on: String,
}

impl ScriptForm {
    /// Script and due date, or the errors of both. Whether a campaign that runs may be without a script, the store knows.
    ///
    /// # Errors
    /// Those of the fields.
    pub fn parse(&self) -> Result<(&str, Option<NaiveDate>), AppError> {
        let mut errors = FieldErrors::default();
        let length = self.script.chars().count();
        if length > MAX_SCRIPT_CHARACTERS {
            let (most, length) = (
                sentences::size(MAX_SCRIPT_CHARACTERS),
                sentences::size(length),
            );
            errors.add("script", &page::script_is_too_long(&most, &length));
        }
        let due_on = match self.due_on.trim() {
            "" => None,
            day => {
                let day = NaiveDate::parse_from_str(day, "%Y-%m-%d").ok();
                if day.is_none() {
                    errors.add("due_on", page::due_date_is_no_date());
                }
                day
            }
        };
        if errors.is_empty() {
            Ok((self.script.trim_end(), due_on))
        } else {
            Err(AppError::Fields(errors))
        }
    }
}
