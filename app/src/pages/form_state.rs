//! The state of a form: as it is saved, or as it was filled in when it was refused or is previewed.

use super::query::query;
use crate::components::form_error;
use crate::error::AppError;
use crate::field_errors::FieldErrors;

/// One of a page's forms: as it is saved; or, if it was refused or is previewed, as it was filled in, with what is wrong.
pub struct FormState {
    refused: bool,
    filled_in: bool,
    errors: FieldErrors,
}

impl FormState {
    /// The form of this name.
    pub fn of(form: &str) -> Self {
        let refused = query("form").as_deref() == Some(form);
        let errors = match form_error() {
            Some(AppError::Fields(errors)) if refused => errors,
            _ => FieldErrors::default(),
        };
        let filled_in = refused || query("preview").as_deref() == Some(form);
        Self {
            refused,
            filled_in,
            errors,
        }
    }

    /// Whether it was refused.
    pub fn refused(&self) -> bool {
        self.refused
    }

    /// Whether it is shown as it was filled in: it was refused, or what it would do is asked for, which writes nothing.
    pub fn filled_in(&self) -> bool {
        self.filled_in
    }

    /// What stands in a field: what is saved too where what was filled in is too long to be shown again.
    pub fn text(&self, field: &str, saved: impl Into<String>) -> String {
        let filled_in = query(field).filter(|_| self.filled_in);
        filled_in.unwrap_or_else(|| saved.into())
    }

    /// Whether a switch is on.
    pub fn on(&self, field: &str, saved: bool) -> bool {
        if self.filled_in {
            query(field).as_deref() == Some("true")
        } else {
            saved
        }
    }

    /// What is wrong with a field.
    pub fn error(&self, field: &str) -> Option<String> {
        self.errors.of(field).map(str::to_owned)
    }
}
