//! What became of a text that was sent to a contact, and why it failed.

use serde::{Deserialize, Serialize};

/// How far an outbound text has come. It only goes forward; `Failed` is final.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Delivery {
    /// The message service has not taken it yet.
    Queued,
    /// The message service has taken it.
    Sent,
    /// It has reached the phone.
    Delivered,
    /// It was given up, or the service has reported that it did not reach the phone.
    Failed(DeliveryFailure),
}

/// Why a text failed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum DeliveryFailure {
    /// For a reason that has a code.
    Code(FailureCode),
    /// As it was written down without a code, perhaps not at all.
    Said(String),
}

impl DeliveryFailure {
    /// The failure that is kept like this: the code counts, where its meaning is known, or nothing else was said.
    pub fn kept(code: Option<i32>, said: Option<String>) -> Self {
        let code = code.map(FailureCode);
        match (code, said.filter(|said| !said.is_empty())) {
            (Some(code), None) => Self::Code(code),
            (Some(code), Some(_)) if code.meaning() != FailureMeaning::Other => Self::Code(code),
            (_, said) => Self::Said(said.unwrap_or_default()),
        }
    }
}

/// The code of a reason: the carrier's, or, below 10,000, one of Baton's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct FailureCode(pub i32);

/// What is known of codes. All others mean [`FailureMeaning::Other`].
const MEANINGS: [(FailureCode, FailureMeaning); 39] = [
    (FailureCode::OPTED_OUT, FailureMeaning::OptedOut),
    (FailureCode(30003), FailureMeaning::Unreachable),
    (FailureCode(30005), FailureMeaning::Unreachable),
    (FailureCode(30006), FailureMeaning::Unreachable),
    (FailureCode(21612), FailureMeaning::Unreachable),
    (FailureCode::FILTERED, FailureMeaning::Filtered),
    (FailureCode(30004), FailureMeaning::Blocked),
    (FailureCode(21211), FailureMeaning::NotValid),
    (FailureCode(21217), FailureMeaning::NotValid),
    (FailureCode(21614), FailureMeaning::NoMobile),
    (FailureCode(21635), FailureMeaning::NoMobile),
    (FailureCode(30032), FailureMeaning::Unregistered),
    (FailureCode(30034), FailureMeaning::Unregistered),
    (FailureCode(30024), FailureMeaning::Unregistered),
    (FailureCode(30033), FailureMeaning::Unregistered),
    (FailureCode(30022), FailureMeaning::LimitReached),
    (FailureCode(30023), FailureMeaning::LimitReached),
    (FailureCode(30027), FailureMeaning::LimitReached),
    (FailureCode(30001), FailureMeaning::LimitReached),
    (FailureCode(20429), FailureMeaning::LimitReached),
    (FailureCode(21611), FailureMeaning::LimitReached),
    (FailureCode(30002), FailureMeaning::AccountNotActive),
    (FailureCode(21408), FailureMeaning::CountryNotAllowed),
    (FailureCode(21606), FailureMeaning::SenderNotUsable),
    (FailureCode(21659), FailureMeaning::SenderNotUsable),
    (FailureCode(21660), FailureMeaning::SenderNotUsable),
    (FailureCode(21661), FailureMeaning::SenderNotUsable),
    (FailureCode(21701), FailureMeaning::SenderNotUsable),
    (FailureCode(21703), FailureMeaning::SenderNotUsable),
    (FailureCode(21705), FailureMeaning::SenderNotUsable),
    (
        FailureCode::OPTED_OUT_BEFORE,
        FailureMeaning::OptedOutBefore,
    ),
    (FailureCode::PAUSED, FailureMeaning::Paused),
    (FailureCode::NUMBER_GONE, FailureMeaning::NumberGone),
    (FailureCode::NOT_ACCEPTED, FailureMeaning::NotAccepted),
    (FailureCode::ERASED, FailureMeaning::Erased),
    (FailureCode::NOT_CONFIGURED, FailureMeaning::NotConfigured),
    (FailureCode::OUTSIDE_HOURS, FailureMeaning::OutsideHours),
    (FailureCode::ARCHIVED, FailureMeaning::Archived),
    (FailureCode::OPT_OUT_LIFTED, FailureMeaning::OptOutLifted),
];

impl FailureCode {
    /// The contact has opted out with the carrier.
    pub const OPTED_OUT: Self = Self(21610);
    /// The carrier has filtered the text.
    pub const FILTERED: Self = Self(30007);
    /// The message service does not accept the address for its reports.
    pub const CALLBACK_NOT_ACCEPTED: Self = Self(21609);
    /// The contact opted out before the text was sent.
    pub const OPTED_OUT_BEFORE: Self = Self(1);
    /// The campaign was paused before a goodbye was sent.
    pub const PAUSED: Self = Self(2);
    /// The sending number is not the organization's any more.
    pub const NUMBER_GONE: Self = Self(3);
    /// The message service did not accept the text, or did not answer, however often it was tried.
    pub const NOT_ACCEPTED: Self = Self(4);
    /// The text was erased while its campaign was archived.
    pub const ERASED: Self = Self(5);
    /// No server is configured for the message service of the sending number.
    pub const NOT_CONFIGURED: Self = Self(6);
    /// The contact's texting hours ended before a goodbye was sent.
    pub const OUTSIDE_HOURS: Self = Self(7);
    /// The campaign was archived before a goodbye was sent.
    pub const ARCHIVED: Self = Self(8);
    /// The opt-out was lifted before its goodbye was sent.
    pub const OPT_OUT_LIFTED: Self = Self(9);

    /// Those of which it is known what they mean.
    pub fn known() -> impl Iterator<Item = Self> {
        MEANINGS.into_iter().map(|(code, _)| code)
    }

    /// What it means.
    pub fn meaning(self) -> FailureMeaning {
        let known = MEANINGS.iter().find(|(code, _)| *code == self);
        known.map_or(FailureMeaning::Other, |(_, meaning)| *meaning)
    }
}

/// The meaning of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FailureMeaning {
    /// The contact has opted out with the carrier.
    OptedOut,
    /// The phone is off, out of service or a landline, or the number is nobody's any more.
    Unreachable,
    /// The carrier took it for unwanted.
    Filtered,
    /// The contact's phone or carrier blocks it.
    Blocked,
    /// The contact's number is not that of a mobile phone.
    NoMobile,
    /// The contact's number is no telephone number.
    NotValid,
    /// The sending number is not registered with the carriers.
    Unregistered,
    /// So many were sent that the carriers take no more for a while.
    LimitReached,
    /// The account at the message service is suspended.
    AccountNotActive,
    /// The account may not text to the contact's country.
    CountryNotAllowed,
    /// The sending number, or the Messaging Service, is not the account's, sends no texts, or sends none to the contact.
    SenderNotUsable,
    /// The contact opted out before it was sent.
    OptedOutBefore,
    /// The campaign was paused before it was sent.
    Paused,
    /// The sending number is not the organization's any more.
    NumberGone,
    /// The message service did not accept it, or did not answer.
    NotAccepted,
    /// It was erased while its campaign was archived.
    Erased,
    /// No server is configured for the message service.
    NotConfigured,
    /// The contact's texting hours ended before it was sent.
    OutsideHours,
    /// The campaign was archived before it was sent.
    Archived,
    /// The opt-out whose goodbye it is was lifted before it was sent.
    OptOutLifted,
    /// Something else, which the carrier explains.
    Other,
}

#[cfg(test)]
mod tests {
    use super::{FailureCode, FailureMeaning, MEANINGS};

    #[test]
    fn a_code_means_one_thing() {
        for (code, meaning) in MEANINGS {
            assert_eq!(code.meaning(), meaning, "{code:?} stands twice");
        }
        assert_eq!(FailureCode(30008).meaning(), FailureMeaning::Other);
        for code in [30003, 30005, 30006] {
            assert_eq!(FailureCode(code).meaning(), FailureMeaning::Unreachable);
        }
    }
}
