use super::{ServiceKind, ServiceSid};
use app::domain::is_stop_word;

/// A text as a message service delivered it. Its debug form names neither a person nor what was said.
#[derive(Clone, PartialEq, Eq)]
pub struct InboundText {
    /// Which service delivered it.
    pub service: ServiceKind,
    /// The service's own id of it; a repeated delivery carries the same one.
    pub sid: ServiceSid,
    /// Who wrote. Usually a cell, but short codes and names write too, so it is not held to be one.
    pub from: String,
    /// Our number.
    pub to: String,
    /// What was written; empty for a picture without words.
    pub body: String,
    /// The service itself took it for a stop word, perhaps one from a list of its own.
    pub stopped_by_service: bool,
}

impl InboundText {
    /// Whether its writer wants no more texts.
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
