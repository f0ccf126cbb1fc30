//! A text to a contact.

use app::domain::{PhoneNumber, Sender};

/// A text as it is submitted to a message service. Its debug form has neither the addressee nor the body.
#[derive(Clone, PartialEq, Eq)]
pub struct OutboundText {
    /// What it is sent from.
    pub from: Sender,
    /// The contact's cell.
    pub to: PhoneNumber,
    /// The body, whose length the service limits.
    pub body: String,
}

impl std::fmt::Debug for OutboundText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("OutboundText")
            .field("from", &self.from.as_str())
            .finish_non_exhaustive()
    }
}
