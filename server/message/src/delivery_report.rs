//! A delivery report: what became of a text that a message service has taken.

use super::{FailureCode, MessagingServiceSid, ServiceKind, ServiceSid};

/// A report as a message service gave it. It may come twice, out of order, and before the send has returned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeliveryReport {
    /// The service that reports.
    pub service: ServiceKind,
    /// The service's id of the text.
    pub sid: ServiceSid,
    /// The number that the text was sent from: the organization's, or one of the Messaging Service.
    pub own_number: String,
    /// The Messaging Service that chose the number, if one did.
    pub messaging_service: Option<MessagingServiceSid>,
    /// What became of it.
    pub state: ReportedState,
}

impl DeliveryReport {
    /// The id of the Messaging Service that chose the number, if one did.
    pub fn messaging_service(&self) -> Option<&str> {
        self.messaging_service
            .as_ref()
            .map(MessagingServiceSid::as_str)
    }
}

/// The state that is reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportedState {
    /// The carrier has it.
    Sent,
    /// It has reached the phone.
    Delivered,
    /// It will not reach the phone, for the reason of this code, if there is one.
    Failed(Option<FailureCode>),
}

impl ReportedState {
    /// The word in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Delivered => "delivered",
            Self::Failed(_) => "failed",
        }
    }

    /// The state that a word of the database, and a code beside it, stand for.
    pub fn of_word(word: &str, code: Option<i32>) -> Option<Self> {
        match word {
            "sent" => Some(Self::Sent),
            "delivered" => Some(Self::Delivered),
            "failed" => Some(Self::Failed(code.map(FailureCode))),
            _ => None,
        }
    }

    /// The code of the reason, if it failed for one.
    pub fn code(self) -> Option<FailureCode> {
        match self {
            Self::Failed(code) => code,
            Self::Sent | Self::Delivered => None,
        }
    }
}
