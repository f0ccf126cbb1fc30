//! The failure of a send.

use server_message::FailureCode;
use std::time::Duration;

/// The reason why the message service did not accept a text, or may not have. The variant decides whether the text is
/// sent again; `reason` is for people.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// The service did not accept it, and a later attempt may succeed.
    #[error("{reason}")]
    Transient {
        /// A sentence for people.
        reason: String,
        /// The service's `Retry-After`.
        retry_after: Option<Duration>,
    },
    /// The service did not accept it yet: it has too many requests, or too many texts of the sender. A later attempt
    /// succeeds, however long that takes.
    #[error("{reason}")]
    Deferred {
        /// A sentence for people.
        reason: String,
        /// The service's code of the reason, if it gave one.
        code: Option<FailureCode>,
        /// The service's `Retry-After`.
        retry_after: Option<Duration>,
    },
    /// The service did not accept it because of its sender, which somebody can correct: then a later attempt succeeds.
    #[error("{reason}")]
    SenderNotUsable {
        /// A sentence for people.
        reason: String,
        /// The service's code of the reason.
        code: FailureCode,
    },
    /// The answer was lost or could not be read, so the service may have accepted it. Before another attempt the service
    /// has to be asked, or the text may be sent twice.
    #[error("{reason}")]
    Uncertain {
        /// A sentence for people.
        reason: String,
    },
    /// The service will never accept it.
    #[error("{reason}")]
    Permanent {
        /// A sentence for people.
        reason: String,
        /// The service's code of the reason, if it gave one.
        code: Option<FailureCode>,
    },
    /// The service will never accept it, because the contact has opted out with the carrier.
    #[error("The contact opted out with the carrier.")]
    OptedOut,
}
