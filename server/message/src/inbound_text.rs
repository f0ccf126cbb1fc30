//! A text from a contact.

use super::{InboundMedia, Keyword, MessagingServiceSid, ServiceKind, ServiceSid};

/// A text as a message service delivered it. Its debug form has neither the sender nor the body.
#[derive(Clone, PartialEq, Eq)]
pub struct InboundText {
    /// The service that delivered it.
    pub service: ServiceKind,
    /// The service's id of it, the same at a repeated delivery.
    pub sid: ServiceSid,
    /// The sender. It is usually a cell, but may be a short code, a name or empty.
    pub from: String,
    /// The number that it came to: the organization's, or one of the Messaging Service.
    pub to: String,
    /// The Messaging Service that the number belongs to, if it belongs to one.
    pub messaging_service: Option<MessagingServiceSid>,
    /// The body, with a line for each thing that came along.
    pub body: String,
    /// What came along, [`MAX_MEDIA`](super::MAX_MEDIA) at most.
    pub media: Vec<InboundMedia>,
    /// The keyword that the service recognized, perhaps by a list of its own.
    pub service_keyword: Option<Keyword>,
}

impl InboundText {
    /// The id of the Messaging Service that the number belongs to, if it belongs to one.
    pub fn messaging_service(&self) -> Option<&str> {
        self.messaging_service
            .as_ref()
            .map(MessagingServiceSid::as_str)
    }

    /// The keyword that it is: the service's, else that of its words. A stop word is one whatever the service takes it for.
    pub fn keyword(&self) -> Option<Keyword> {
        let of_words = Keyword::of(&self.body);
        if of_words == Some(Keyword::Stop) {
            return of_words;
        }
        self.service_keyword.or(of_words)
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
