//! The refusal of recipients that are not valid.

use crate::domain::{InvalidRecipients, MailRecipients};
use crate::error::AppError;
use crate::field_errors::FieldErrors;
use sentences::page;

/// How many of them are named.
const MAX_NAMED: usize = 5;
/// The longest part of one that is shown, in characters.
const MAX_SHOWN: usize = 60;

/// The error beside the field.
pub(super) fn refusal(invalid: &InvalidRecipients) -> AppError {
    let most = MailRecipients::MAX.to_string();
    let sentence = match invalid {
        InvalidRecipients::Missing => page::recipients_are_missing().to_owned(),
        InvalidRecipients::TooMany => page::too_many_recipients(&most),
        InvalidRecipients::NotAddresses(others) => {
            let shown = |other: &String| other.chars().take(MAX_SHOWN).collect::<String>();
            let named: Vec<_> = others.iter().take(MAX_NAMED).map(shown).collect();
            page::no_recipients(&named.join(", "))
        }
    };
    AppError::Fields(FieldErrors::one("addresses", &sentence))
}
