//! The result of trying a sender, in a sentence that says what to do.

use crate::domain::{Sender, SenderCheck};
use sentences::page;

/// The sentence.
pub fn sender_check_words(sender: &Sender, check: &SenderCheck) -> String {
    let (name, is_number) = (sender.as_str(), matches!(sender, Sender::Number(_)));
    match check {
        SenderCheck::Simulated => page::number_is_simulated(name),
        SenderCheck::Works => page::number_works(name),
        SenderCheck::NotConfigured if is_number => page::number_has_no_account(name),
        SenderCheck::NotConfigured => page::messaging_service_has_no_account(name),
        SenderCheck::WrongCredentials => page::twilio_refuses_the_credentials(name),
        SenderCheck::AccountNotActive => page::twilio_account_is_not_active(name),
        SenderCheck::NotOwned if is_number => page::number_is_not_in_the_account(name),
        SenderCheck::NotOwned => page::messaging_service_is_unknown(name),
        SenderCheck::CannotText => page::number_cannot_text(name),
        SenderCheck::WithoutSenders => page::messaging_service_has_no_senders(name),
        SenderCheck::RepliesGoElsewhere { webhook, entered } => {
            replies_go_elsewhere(name, is_number, webhook, entered.as_deref())
        }
        SenderCheck::RepliesGoByNumber { webhook } => {
            page::messaging_service_defers_to_its_numbers(name, webhook)
        }
        SenderCheck::ManagedByApplication { webhook } => {
            page::number_is_managed_by_an_application(name, webhook)
        }
        SenderCheck::NotReached => page::twilio_was_not_reached(name),
        SenderCheck::NoAnswer => page::twilio_did_not_answer(name),
        SenderCheck::Unexpected(reason) => page::twilio_answered_otherwise(name, reason),
    }
}

fn replies_go_elsewhere(
    name: &str,
    is_number: bool,
    webhook: &str,
    entered: Option<&str>,
) -> String {
    match (is_number, entered) {
        (true, None) => page::number_has_no_webhook(name, webhook),
        (true, Some(entered)) => page::number_has_another_webhook(name, entered, webhook),
        (false, None) => page::messaging_service_has_no_webhook(name, webhook),
        (false, Some(entered)) => {
            page::messaging_service_has_another_webhook(name, entered, webhook)
        }
    }
}
