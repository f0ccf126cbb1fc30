//! A text from a contact.

use super::{ServiceKind, ServiceSid};
use app::domain::is_stop_word;

/// A text as a message service delivered it. Its debug form has neither the sender nor the body.
#[derive(Clone, PartialEq, Eq)]
pub struct InboundText {
    /// The service that delivered it.
    pub service: ServiceKind,
    /// The service's id of it, the same at a repeated delivery.
    pub sid: ServiceSid,
    /// The sender. It is usually a cell, but may be a short code or a name.
    pub from: String,
    /// The organization's number.
    pub to: String,
    /// The body, empty for a picture without words.
    pub body: String,
    /// Whether the service recognized a stop word, perhaps by a list of its own.
    pub stopped_by_service: bool,
}

impl InboundText {
    /// Whether the sender opts out.
    pub fn is_stop(&self) -> bool {
        self.stopped_by_service || is_stop_word(&self.body)
    }
}

impl std::fmt::Debug for InboundText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("InboundText")
            .field("service", &self.service)
            .field("sid", &self.sid)
            .field("to", &self.to)
            .finish_non_exhaustive()
    }
}
