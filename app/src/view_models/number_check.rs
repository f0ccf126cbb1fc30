//! The result of trying a number, in a sentence that says what to do.

use crate::domain::{NumberCheck, PhoneNumber};
use sentences::page;

/// The sentence.
pub fn number_check_words(number: &PhoneNumber, check: &NumberCheck) -> String {
    let number = number.as_str();
    match check {
        NumberCheck::Simulated => page::number_is_simulated(number),
        NumberCheck::Works => page::number_works(number),
        NumberCheck::NotConfigured => page::number_has_no_account(number),
        NumberCheck::WrongCredentials => page::twilio_refuses_the_credentials(number),
        NumberCheck::AccountNotActive => page::twilio_account_is_not_active(number),
        NumberCheck::NotOwned => page::number_is_not_in_the_account(number),
        NumberCheck::CannotText => page::number_cannot_text(number),
        NumberCheck::RepliesGoElsewhere {
            webhook,
            entered: None,
        } => page::number_has_no_webhook(number, webhook),
        NumberCheck::RepliesGoElsewhere {
            webhook,
            entered: Some(entered),
        } => page::number_has_another_webhook(number, entered, webhook),
        NumberCheck::ManagedByApplication { webhook } => {
            page::number_is_managed_by_an_application(number, webhook)
        }
        NumberCheck::NotReached => page::twilio_was_not_reached(number),
        NumberCheck::NoAnswer => page::twilio_did_not_answer(number),
        NumberCheck::Unexpected(reason) => page::twilio_answered_otherwise(number, reason),
    }
}
