use app::domain::PhoneNumber;

/// A text as a message service is given it. Its debug form names neither a person nor what was said.
#[derive(Clone, PartialEq, Eq)]
pub struct OutboundText {
    /// Our number.
    pub from: PhoneNumber,
    /// The contact's cell.
    pub to: PhoneNumber,
    /// What to say, up to the service's own limit.
    pub body: String,
}

impl std::fmt::Debug for OutboundText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("OutboundText")
            .field("from", &self.from.as_str())
            .finish_non_exhaustive()
    }
}
