use std::time::Duration;

/// Why a text was not taken, or is not known to have been. What follows from it is decided by the
/// kind; the reason is for people.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// The service surely did not take it; a later attempt may succeed.
    #[error("{reason}")]
    Transient {
        /// What happened, as a sentence.
        reason: String,
        /// Not before this, as the service asked.
        retry_after: Option<Duration>,
    },
    /// Nobody knows whether the service took it: the answer was lost, or came broken. Sending it
    /// again without asking first might send it twice.
    #[error("{reason}")]
    Uncertain {
        /// What happened, as a sentence.
        reason: String,
    },
    /// The service will never take it.
    #[error("{reason}")]
    Permanent {
        /// What happened, as a sentence.
        reason: String,
    },
    /// The service will never take it, because the contact told the carrier to stop.
    #[error("The contact opted out with the carrier.")]
    OptedOut,
}
