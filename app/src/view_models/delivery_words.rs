//! What became of a text, in words.

use crate::domain::{Delivery, DeliveryFailure, FailureMeaning};
use sentences::page;

/// How far a text has come, and why it failed: `Delivered`.
pub fn delivery_words(delivery: &Delivery) -> String {
    match delivery {
        Delivery::Queued => page::delivery_queued().to_owned(),
        Delivery::Sent => page::delivery_sent().to_owned(),
        Delivery::Delivered => page::delivery_delivered().to_owned(),
        Delivery::Failed(failure) => page::delivery_failed(&failure_words(failure)),
    }
}

/// Why a text failed, as a sentence, with the carrier's code if it gave one.
pub fn failure_words(failure: &DeliveryFailure) -> String {
    let code = match failure {
        DeliveryFailure::Said(said) if said.is_empty() => {
            return page::failure_without_reason().to_owned();
        }
        DeliveryFailure::Said(said) => return said.clone(),
        DeliveryFailure::Code(code) => code,
    };
    let number = code.0.to_string();
    match code.meaning() {
        FailureMeaning::OptedOut => page::failure_opted_out(&number),
        FailureMeaning::Unreachable => page::failure_unreachable(&number),
        FailureMeaning::Filtered => page::failure_filtered(&number),
        FailureMeaning::Blocked => page::failure_blocked(&number),
        FailureMeaning::NoMobile => page::failure_no_mobile(&number),
        FailureMeaning::NotValid => page::failure_not_valid(&number),
        FailureMeaning::Unregistered => page::failure_unregistered(&number),
        FailureMeaning::LimitReached => page::failure_limit_reached(&number),
        FailureMeaning::AccountNotActive => page::failure_account_not_active(&number),
        FailureMeaning::CountryNotAllowed => page::failure_country_not_allowed(&number),
        FailureMeaning::SenderNotUsable => page::failure_sender_not_usable(&number),
        FailureMeaning::OptedOutBefore => page::failure_opted_out_before().to_owned(),
        FailureMeaning::Paused => page::failure_paused().to_owned(),
        FailureMeaning::NumberGone => page::failure_number_gone().to_owned(),
        FailureMeaning::NotAccepted => page::failure_not_accepted().to_owned(),
        FailureMeaning::Erased => page::failure_erased().to_owned(),
        FailureMeaning::NotConfigured => page::failure_not_configured().to_owned(),
        FailureMeaning::OutsideHours => page::failure_outside_hours().to_owned(),
        FailureMeaning::Archived => page::failure_archived().to_owned(),
        FailureMeaning::OptOutLifted => page::failure_opt_out_lifted().to_owned(),
        FailureMeaning::Other => page::failure_other(&number),
    }
}

#[cfg(test)]
mod tests {
    use super::{delivery_words, failure_words};
    use crate::domain::{Delivery, DeliveryFailure, FailureCode};
    use leptos::prelude::{Owner, provide_context};
    use sentences::Language;

    #[test]
    fn a_reason_is_said_in_words_with_the_carriers_code() {
        let failed = |code| Delivery::Failed(DeliveryFailure::Code(FailureCode(code)));
        assert_eq!(
            delivery_words(&failed(30003)),
            "Failed: The phone cannot be reached (30003)."
        );
        assert_eq!(
            delivery_words(&failed(30008)),
            "Failed: The carrier did not deliver it (30008)."
        );
        let before = DeliveryFailure::Code(FailureCode::OPTED_OUT_BEFORE);
        assert_eq!(
            failure_words(&before),
            "The contact opted out before it was sent."
        );
        let in_spanish = Owner::new().with(|| {
            provide_context(Language::Spanish);
            delivery_words(&failed(30007))
        });
        assert_eq!(
            in_spanish,
            "No entregado: El operador lo filtró como no deseado (30007)."
        );
    }

    #[test]
    fn each_code_that_is_known_is_said_in_words_in_each_language() {
        let words = |code| failure_words(&DeliveryFailure::Code(code));
        let names = |code: FailureCode, words: &str| words.contains(&code.0.to_string());
        for code in FailureCode::known() {
            let english = words(code);
            let spanish = Owner::new().with(|| {
                provide_context(Language::Spanish);
                words(code)
            });
            assert_ne!(english, spanish);
            let of_the_carrier = code.0 >= 10_000;
            assert_eq!(names(code, &english), of_the_carrier, "{english}");
            for (words, other) in [(english, "did not deliver it"), (spanish, "no lo entregó")] {
                assert!(!words.contains(other), "{words}");
            }
        }
    }

    #[test]
    fn what_was_kept_without_a_code_is_said_as_it_stands() {
        let kept = |code, said: Option<&str>| {
            failure_words(&DeliveryFailure::kept(code, said.map(str::to_owned)))
        };
        assert_eq!(kept(None, Some("Twilio 21211: no")), "Twilio 21211: no");
        assert_eq!(kept(None, None), "The carrier did not say why.");
        assert_eq!(
            kept(Some(30006), Some("Twilio 30006")),
            "The phone cannot be reached (30006)."
        );
    }
}
